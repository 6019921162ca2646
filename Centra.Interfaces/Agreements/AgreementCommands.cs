using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using static Centra.Agreements.AgreementRefusal;

namespace Centra.Agreements;

/// <summary>What can be commanded of an agreement: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.agreements.command")]
[JsonDerivedType(typeof(IssueAgreement), "issue"), JsonDerivedType(typeof(ReviseAgreement), "revise")]
[JsonDerivedType(typeof(RequestChanges), "request-changes"), JsonDerivedType(typeof(AnswerChanges), "answer-changes")]
[JsonDerivedType(typeof(SignAgreement), "sign"), JsonDerivedType(typeof(Countersign), "countersign")]
[JsonDerivedType(typeof(AttachSignedScan), "attach-scan"), JsonDerivedType(typeof(AttestScan), "attest-scan")]
[JsonDerivedType(typeof(DeclineAgreement), "decline"), JsonDerivedType(typeof(LapseAgreement), "lapse")]
[JsonDerivedType(typeof(EndOffer), "end"), JsonDerivedType(typeof(RemoveAgreement), "remove")]
[RefusedWith(AgreementNotFound, AgreementIsExecuted, AgreementHasEnded)]
[RefusedWith(CommandRefusal.TextIsTooLong)]
public abstract record AgreementCommand;

/// <summary>The first version. By a request manager.</summary>
/// <param name="Content">What the text is made of.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.issue")]
[RefusedWith(AgreementWasIssuedAlready, ContentIsIncomplete, TemplateNotFound, PlaceholderHasNoValue, TemplateLacksClauses, TemplateIsUnreadable)]
public sealed record IssueAgreement([property: Id(0)] AgreementContent Content) : AgreementCommand;

/// <summary>A new version, also for a revised estimate. Signatures, a scan and open change requests of the former one are void. By a request manager.</summary>
/// <param name="Content">What the text is made of.</param>
/// <param name="Note">What changed and why, 1 to 2000 characters.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.revise")]
[RefusedWith(WordsAreWrong, ContentIsIncomplete, TemplateNotFound, PlaceholderHasNoValue, TemplateLacksClauses, TemplateIsUnreadable)]
public sealed record ReviseAgreement([property: Id(0)] AgreementContent Content, [property: Id(1)] string Note) : AgreementCommand;

/// <summary>Asks for changes of clauses or of the cost. Until they are answered or a new version is there, nobody signs. By the PI or the signing official.</summary>
/// <param name="Comments">1 to 50.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.request-changes")]
[RefusedWith(WordsAreWrong, ClauseIsUnknown)]
public sealed record RequestChanges([property: Id(0)] ImmutableArray<ClauseComment> Comments) : AgreementCommand;

/// <summary>What somebody asks of a clause.</summary>
/// <param name="ClauseId">A clause of the current version, or <see cref="Cost"/>.</param>
/// <param name="Text">1 to 2000 characters.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.comment")]
public sealed record ClauseComment([property: Id(0)] string ClauseId, [property: Id(1)] string Text)
{
    /// <summary>The clause id of the estimate.</summary>
    public const string Cost = "cost";
}

/// <summary>The society stays with the version as it is and says why. By a request manager.</summary>
[GenerateSerializer, Immutable, Alias("centra.agreements.answer-changes")]
[RefusedWith(NoChangesAreRequested, WordsAreWrong, OfferHasEnded)]
public sealed record AnswerChanges([property: Id(0)] string Answer) : AgreementCommand;

/// <summary>
/// The institution's signature; it accepts the estimate. By the signing official, whose standing the request has checked.
/// </summary>
/// <param name="FullName">The name as signed.</param>
/// <param name="Capacity">In which capacity, for example "Vice President for Research".</param>
/// <param name="Meaning">What signing means, as it was shown, for example "I bind the institution to this agreement and accept the estimated cost".</param>
/// <param name="Sha256">The hash that was shown with the document; another than the current version's is refused.</param>
/// <param name="ReauthenticatedAt">When the signer last proved who they are: a fact that the API takes from the session, never from the body. At most five minutes ago.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.sign")]
[RefusedWith(AgreementHasChanged, ChangesAreRequested, InstitutionHasSignedAlready, OfferHasEnded, AuthenticationIsTooOld, SignatureIsIncomplete)]
public sealed record SignAgreement(
    [property: Id(0)] string FullName, [property: Id(1)] string Capacity, [property: Id(2)] string Meaning,
    [property: Id(3)] string Sha256, [property: Id(4), JsonIgnore] DateTimeOffset ReauthenticatedAt) : AgreementCommand
{
    /// <inheritdoc/>
    public override string ToString() => nameof(SignAgreement);
}

/// <summary>The society's signature, after the institution's. By a society signatory who issued no version of it. Executes the agreement.</summary>
/// <param name="FullName">The name as signed.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Meaning">What signing means, as it was shown.</param>
/// <param name="Sha256">The hash that was shown with the document.</param>
/// <param name="ReauthenticatedAt">When the signer last proved who they are; see <see cref="SignAgreement"/>.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.countersign")]
[RefusedWith(
    AgreementHasChanged, ChangesAreRequested, InstitutionHasNotSigned, SignersMustDiffer, IssuerMayNotCountersign, AuthenticationIsTooOld,
    SignatureIsIncomplete)]
public sealed record Countersign(
    [property: Id(0)] string FullName, [property: Id(1)] string Capacity, [property: Id(2)] string Meaning,
    [property: Id(3)] string Sha256, [property: Id(4), JsonIgnore] DateTimeOffset ReauthenticatedAt) : AgreementCommand
{
    /// <inheritdoc/>
    public override string ToString() => nameof(Countersign);
}

/// <summary>
/// The document as the official signed it on paper. Counts as the official's signature once two different staff attested that it is the issued
/// text. A later scan replaces one that is not attested by two. By staff.
/// </summary>
/// <param name="ScanSha256">SHA-256 of the attachment.</param>
/// <param name="Sha256">SHA-256 of the version that was printed.</param>
/// <param name="OfficialId">The official who signed, whose standing the request has checked.</param>
/// <param name="FullName">The name as signed.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="SignedOn">The date on the paper.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.attach-scan")]
[RefusedWith(AgreementHasChanged, ChangesAreRequested, ScanIsIncomplete, InstitutionHasSignedAlready, OfferHasEnded, SignatureIsIncomplete)]
public sealed record AttachSignedScan(
    [property: Id(0)] string ScanSha256, [property: Id(1)] string Sha256, [property: Id(2)] string OfficialId,
    [property: Id(3)] string FullName, [property: Id(4)] string Capacity, [property: Id(5)] DateOnly SignedOn) : AgreementCommand
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AttachSignedScan);
}

/// <summary>Attests that a scan shows the issued text, signed. By staff, two different persons, neither of them the official.</summary>
/// <param name="ScanSha256">The scan that was looked at.</param>
/// <param name="Sha256">The version that it was compared with.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.attest-scan")]
[RefusedWith(
    AgreementHasChanged, ChangesAreRequested, InstitutionHasSignedAlready, NoScanIsAttached, ScanHasChanged, SignerMayNotAttest,
    AttestationNeedsAnotherPerson)]
public sealed record AttestScan([property: Id(0)] string ScanSha256, [property: Id(1)] string Sha256) : AgreementCommand;

/// <summary>The institution does not agree. By the PI or the signing official.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.decline")]
[RefusedWith(WordsAreWrong)]
public sealed record DeclineAgreement([property: Id(0)] string Reason) : AgreementCommand;

/// <summary>Nobody signed by the last day of the offer (<see cref="AgreementContent.OpenUntil"/>). By the service itself.</summary>
[GenerateSerializer, Immutable, Alias("centra.agreements.lapse")]
[RefusedWith(AgreementHasNotLapsed)]
public sealed record LapseAgreement : AgreementCommand;

/// <summary>The request has ended, and with it what was offered, signed by the institution or not. By the service itself.</summary>
/// <param name="Reason">Why the request ended.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.end-offer")]
public sealed record EndOffer([property: Id(0)] string Reason) : AgreementCommand;

/// <summary>All of it goes: its retention has ended, as its request has found. By the service.</summary>
/// <param name="Rule">By which rule of retention.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.remove")]
public sealed record RemoveAgreement([property: Id(0)] string Rule) : AgreementCommand;
