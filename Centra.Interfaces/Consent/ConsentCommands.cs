using System.Collections.Immutable;
using Orleans;

namespace Centra.Consent;

/// <summary>Who asked for an opt-out.</summary>
public enum AskedBy
{
    /// <summary>Not said; taken as the patient.</summary>
    None = 0,

    /// <summary>The patient.</summary>
    Self = 1,

    /// <summary>A parent or guardian.</summary>
    ParentOrGuardian = 2,

    /// <summary>A personal representative (45 CFR 164.502(g)).</summary>
    PersonalRepresentative = 3,

    /// <summary>The executor of an estate.</summary>
    Executor = 4,

    /// <summary>An officer of the society.</summary>
    SocietyOfficer = 5,
}

/// <summary>
/// An identity as it may cross a grain call: hashed under the register's keys, nothing in the clear. Made where the identity was
/// received, which forgets it afterwards.
/// </summary>
/// <param name="Epochs">Key epochs that the tokens were made with, lowest first.</param>
/// <param name="Tokens">Blocking tokens, sixteen bytes each, epoch after epoch, as many for each.</param>
/// <param name="Comparators">Comparators, encrypted under the register's key.</param>
/// <param name="TokenSet">Digest by which the same identity is known again.</param>
/// <param name="RulesVersion">Version of the normaliser and the blocking rules.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.identity")]
public sealed record HashedIdentity(
    [property: Id(0)] ImmutableArray<int> Epochs,
    [property: Id(1)] ImmutableArray<byte> Tokens,
    [property: Id(2)] ImmutableArray<byte> Comparators,
    [property: Id(3)] ImmutableArray<byte> TokenSet,
    [property: Id(4)] int RulesVersion);

/// <summary>Opts a person out, in every practice, now and later. Accepted for people never seen here.</summary>
/// <param name="Context">Who sends it; a repeat under the same id gets the first receipt.</param>
/// <param name="PracticeId">The practice that holds the form.</param>
/// <param name="Identity">Who opts out.</param>
/// <param name="FormDate">Date on the form, yyyy-MM-dd, or null.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="FormSha256">SHA-256 of the scanned form, 32 bytes, or empty.</param>
/// <param name="ReceivedAt">When the service received it.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.opt-out")]
public sealed record OptOutCommand(
    [property: Id(0)] CommandContext Context,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] HashedIdentity Identity,
    [property: Id(3)] string? FormDate,
    [property: Id(4)] AskedBy AskedBy,
    [property: Id(5)] ImmutableArray<byte> FormSha256,
    [property: Id(6)] DateTimeOffset ReceivedAt);

/// <summary>Asks that an opt-out be withdrawn; an officer confirms.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="PracticeId">Their practice.</param>
/// <param name="Reason">The patient wants to be in again, or it was entered in error.</param>
/// <param name="Identity">The identity on the patient's form; only for a reinstatement.</param>
/// <param name="FormSha256">SHA-256 of the patient's form, 32 bytes; only for a reinstatement.</param>
[GenerateSerializer, Immutable, Alias("centra.consent.ask-withdrawal")]
public sealed record AskWithdrawalCommand(
    [property: Id(0)] CommandContext Context,
    [property: Id(1)] string PracticeId,
    [property: Id(2)] WithdrawalKind Reason,
    [property: Id(3)] HashedIdentity? Identity,
    [property: Id(4)] ImmutableArray<byte> FormSha256);

/// <summary>Why an opt-out shall end.</summary>
public enum WithdrawalKind
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>The patient asks to be in again: every opt-out that matches the identity outright ends.</summary>
    Reinstatement = 1,

    /// <summary>This opt-out was entered in error: it alone ends.</summary>
    Correction = 2,
}
