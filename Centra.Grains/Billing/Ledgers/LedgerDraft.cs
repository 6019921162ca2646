using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Who decides, when, and by which command.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Id">The command.</param>
public sealed record Occasion(string By, DateTimeOffset At, CommandId Id)
{
    /// <summary>From a command's context.</summary>
    public static Occasion Of(CommandContext context, DateTimeOffset at) => new(context.Actor.Id, at, context.Id);
}

/// <summary>Events as they are decided one after the other, and the state after them: a later one depends on the balance that earlier ones leave.</summary>
internal sealed record LedgerDraft(LedgerState State, ImmutableArray<LedgerEvent> Events, Occasion On)
{
    public static LedgerDraft Of(LedgerState state, Occasion on) => new(state, [], on);

    public LedgerDraft Then(LedgerEvent happened) => this with { State = LedgerFolding.Apply(State, happened), Events = Events.Add(happened) };

    public LedgerDraft Write(int version, LineKind kind, decimal amount, string? entryId, int? counterpart = null) =>
        Then(new LineWritten(new LedgerLine(State.Lines.Length + 1, version, kind, amount, entryId, counterpart, On.By, On.At)));

    /// <summary>Ends the decision: what superseded ledgers have, goes on to those that replaced them.</summary>
    public Result<ImmutableArray<LedgerEvent>> End() => Carrying.All(this).Events;
}
