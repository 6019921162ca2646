using System.Collections.Immutable;
using Orleans;
using static Centra.Requests.DataRequestRefusal;

namespace Centra.Requests;

/// <summary>What can be commanded of a data request: a closed family. Commands of its agreement, ledger and release are carried inside.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.command")]
public abstract record RequestCommand;

/// <summary>The applicant withdraws, before the data are theirs.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.withdraw")]
public sealed record Withdraw([property: Id(0)] string Reason) : RequestCommand;

/// <summary>A question to the applicant. It stops the service clock and blocks the next stage until it is answered.</summary>
/// <param name="QuestionId">Its id.</param>
/// <param name="Text">The question, 1 to 5,000 characters.</param>
/// <param name="Sections">Sections that the applicant may change with the answer.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.ask")]
[RefusedWith(QuestionIsWrong)]
public sealed record AskQuestion([property: Id(0)] string QuestionId, [property: Id(1)] string Text, [property: Id(2)] ImmutableArray<string> Sections) : RequestCommand;

/// <summary>The applicant answers a question.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.answer")]
[RefusedWith(TextIsMissing, QuestionNotFound)]
public sealed record AnswerQuestion([property: Id(0)] string QuestionId, [property: Id(1)] string Text) : RequestCommand;

/// <summary>A question is not asked any more, by who asked it or by a request manager.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.withdraw-question")]
[RefusedWith(QuestionNotFound, NotTheCallersPart)]
public sealed record WithdrawQuestion([property: Id(0)] string QuestionId) : RequestCommand;

/// <summary>A recorded step back, before the applicant is told of a decision.</summary>
/// <param name="Stage">Availability or PolicyCheck.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.return")]
[RefusedWith(StageIsNotEarlier, ReasonIsMissing)]
public sealed record ReturnToStage([property: Id(0)] RequestStage Stage, [property: Id(1)] string Reason) : RequestCommand;

/// <summary>Everything that is due by now: ballots, reminders, lapses, notices, expiry. By the service itself; idempotent.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.tick")]
public sealed record Tick : RequestCommand, IRoutine;

/// <summary>Looks at agreement, ledger and release and goes on where they allow it. By the service itself; idempotent.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.advance")]
public sealed record Advance : RequestCommand, IRoutine;

/// <summary>Its retention has ended: everything that people wrote in it is removed. By the service itself.</summary>
/// <param name="Rule">drafts-one-year or applications-two-years.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.remove-content")]
[RefusedWith(RetentionHasNotEnded)]
public sealed record RemoveContent([property: Id(0)] string Rule) : RequestCommand;

/// <summary>An amendment or renewal is in force in place of this one. By that request.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.supersede")]
public sealed record Supersede([property: Id(0)] string RequestId) : RequestCommand;
