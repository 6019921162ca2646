using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Storage;

/// <summary>One write to the register: numbered without gaps, chained by digest, in the journal before it is in the database.</summary>
/// <param name="Sequence">One more than the operation before.</param>
/// <param name="OperationId">What makes a repeat recognisable.</param>
/// <param name="At">When, in Unix milliseconds.</param>
/// <param name="Body">What.</param>
public sealed record RegisterOperation(long Sequence, Guid OperationId, long At, RegisterChange Body)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The bytes that are digested and kept.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RegisterOperation Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<RegisterOperation>(json, Json) ?? throw new JournalException("An operation of the journal is empty.");

    /// <summary>SHA-256(previous || operation).</summary>
    public static byte[] Digest(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> operation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(operation);
        return hash.GetHashAndReset();
    }
}

/// <summary>What an operation changes: a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OptOutEntered), "optOut")]
[JsonDerivedType(typeof(OptOutsWithdrawn), "withdraw")]
[JsonDerivedType(typeof(TokensAdded), "tokens")]
[JsonDerivedType(typeof(PatientExempted), "exempt")]
[JsonDerivedType(typeof(EpochBegun), "epochBegun")]
[JsonDerivedType(typeof(EpochSwitched), "epochSwitched")]
[JsonDerivedType(typeof(AuditCheckpoint), "audit")]
public abstract record RegisterChange;

/// <summary>A person opted out. Holds what the register keeps of them, and nothing else.</summary>
public sealed record OptOutEntered(
    long Ordinal,
    string OptOutId,
    string PracticeId,
    string? FormDate,
    long ReceivedAt,
    int AskedBy,
    byte[]? FormSha256,
    string Reference,
    int RulesVersion,
    byte[] Comparators,
    byte[] TokenSet,
    IReadOnlyList<EpochTokens> Tokens) : RegisterChange;

/// <summary>Opt-outs are no longer in force: reinstated, or entered in error. Nothing is deleted.</summary>
public sealed record OptOutsWithdrawn(
    IReadOnlyList<long> Ordinals, WithdrawalReason Reason, string PracticeId, byte[]? FormSha256, string ConfirmedBy, string? RequestId = null) : RegisterChange;

/// <summary>Tokens of a patient who was found to be the person that opted out; the patient's row, by its hash, is erased with it. By: the officer who found it; null: it was the matcher.</summary>
public sealed record TokensAdded(long Ordinal, string PracticeId, byte[] Patient, IReadOnlyList<EpochTokens> Tokens, string? By = null) : RegisterChange;

/// <summary>Two officers found a patient not to be the person that opted out, as long as the patient's identity stays the same. By: the second of them.</summary>
public sealed record PatientExempted(long Ordinal, byte[] Patient, byte[] Identity, string? By = null) : RegisterChange;

/// <summary>From here on every write stores the tokens of both epochs and every lookup asks both.</summary>
public sealed record EpochBegun(int Epoch) : RegisterChange;

/// <summary>From here on only this epoch's tokens count.</summary>
public sealed record EpochSwitched(int Epoch) : RegisterChange;

/// <summary>
/// Where streams of events ended: those that grew since the checkpoint before. It changes nothing of the register; it stands in its journal
/// so that the trail cannot be changed without the check noticing.
/// </summary>
public sealed record AuditCheckpoint(long SignedAt, IReadOnlyList<StreamHead> Heads, byte[] Signature) : RegisterChange;

/// <summary>The last entry of a stream, and its hash.</summary>
public sealed record StreamHead(string Stream, long Position, string Hash);

/// <summary>Tokens of one key epoch, sixteen bytes each, one after the other.</summary>
public sealed record EpochTokens(int Epoch, byte[] Tokens);

/// <summary>Why an opt-out is no longer in force.</summary>
public enum WithdrawalReason
{
    /// <summary>Never stored.</summary>
    None = 0,

    /// <summary>The patient asked to be in again.</summary>
    Reinstated = 1,

    /// <summary>It should never have been entered.</summary>
    EnteredInError = 2,
}
