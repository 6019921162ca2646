using Orleans;
using static Centra.Practices.PracticeRefusal;

namespace Centra.Practices;

/// <summary>What can be commanded of a practice: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.practices.command")]
public abstract record PracticeCommand;

/// <summary>A practice joins. By a privacy officer.</summary>
[RefusedWith(NameIsWrong, PracticeHasJoinedAlready)]
[GenerateSerializer, Immutable, Alias("centra.practices.join")]
public sealed record JoinPractice([property: Id(0)] string Name) : PracticeCommand;

/// <summary>A business associate agreement was signed. By a privacy officer.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="Sha256">SHA-256 of the signed document, 64 hex digits.</param>
[RefusedWith(PracticeNotFound, PracticeIsLeaving, AgreementDigestIsMissing, AgreementHasEnded)]
[GenerateSerializer, Immutable, Alias("centra.practices.record-agreement")]
public sealed record RecordAgreement([property: Id(0)] DateOnly Until, [property: Id(1)] string Sha256) : PracticeCommand;

/// <summary>The practice attests that its patients are informed of its taking part. By the practice.</summary>
/// <param name="OffersOptOut">Whether it offers them to opt out.</param>
[RefusedWith(PracticeNotFound, PracticeIsLeaving)]
[GenerateSerializer, Immutable, Alias("centra.practices.attest")]
public sealed record Attest([property: Id(0)] bool OffersOptOut) : PracticeCommand;

/// <summary>The practice begins to send. By a privacy officer.</summary>
[RefusedWith(PracticeNotFound, PracticeIsLeaving, AgreementIsMissing, AttestationIsMissing)]
[GenerateSerializer, Immutable, Alias("centra.practices.activate")]
public sealed record Activate : PracticeCommand;

/// <summary>A new API key, by its hash: the secret itself never reaches the grain. By the practice.</summary>
/// <param name="KeyId">Its id.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="SecretSha256">SHA-256 of the secret, 64 hex digits.</param>
[RefusedWith(PracticeNotFound, PracticeIsLeaving, NameIsWrong, KeyNeedsScopes, TooManyKeys)]
[GenerateSerializer, Immutable, Alias("centra.practices.issue-key")]
public sealed record IssueKey(
    [property: Id(0)] string KeyId, [property: Id(1)] string Label, [property: Id(2)] KeyScopes Scopes, [property: Id(3)] string SecretSha256) : PracticeCommand;

/// <summary>An API key is not valid any more, from now on. By the practice or a privacy officer.</summary>
[RefusedWith(PracticeNotFound, KeyNotFound)]
[GenerateSerializer, Immutable, Alias("centra.practices.revoke-key")]
public sealed record RevokeKey([property: Id(0)] string KeyId) : PracticeCommand;

/// <summary>The practice leaves: keys revoked now, identifiable data to be erased within 30 days. By a privacy officer.</summary>
[RefusedWith(PracticeNotFound, PracticeIsLeaving)]
[GenerateSerializer, Immutable, Alias("centra.practices.begin-leaving")]
public sealed record BeginLeaving : PracticeCommand;

/// <summary>All identifiable data of a leaving practice are erased. By the service itself.</summary>
/// <param name="PatientsErased">Patients.</param>
/// <param name="Certificate">Says so, signed.</param>
[RefusedWith(PracticeNotFound, PracticeIsNotLeaving)]
[GenerateSerializer, Immutable, Alias("centra.practices.finish-leaving")]
public sealed record FinishLeaving([property: Id(0)] long PatientsErased, [property: Id(1)] ErasureCertificate Certificate) : PracticeCommand;
