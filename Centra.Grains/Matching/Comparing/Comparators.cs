using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// What is kept of an opted-out person to compare others with: keyed hashes of 32 bits of the fields, of how they sound and of their
/// one-letter-deleted forms. No plaintext; still, whoever has the key could try names out, so the stored form is encrypted too.
/// </summary>
public sealed record Comparators
{
    internal const int MostGiven = 2;
    internal const int MostMiddle = 2;
    internal const int MostFamily = 6;
    internal const int MostPatientIds = 8;

    /// <summary>No encoded form is longer.</summary>
    public const int LongestEncoding = 2048;

    internal Comparators()
    {
    }

    internal ImmutableArray<NameForm> Given { get; init; } = [];

    internal ImmutableArray<NameForm> Middle { get; init; } = [];

    internal ImmutableArray<NameForm> Family { get; init; } = [];

    internal DateForm Birth { get; init; } = DateForm.Missing;

    internal uint Sex { get; init; }

    internal EditForms NationalId { get; init; } = EditForms.Missing;

    internal EditForms PostalCode { get; init; } = EditForms.Missing;

    internal uint PostalArea { get; init; }

    internal uint HouseNumber { get; init; }

    internal EditForms Street { get; init; } = EditForms.Missing;

    internal uint StreetSound { get; init; }

    internal EditForms Phone { get; init; } = EditForms.Missing;

    internal uint PhoneEnd { get; init; }

    internal uint Practice { get; init; }

    internal ImmutableArray<uint> PatientIds { get; init; } = [];

    /// <summary>The comparators of an identity.</summary>
    /// <param name="identity">The person.</param>
    /// <param name="practiceId">The practice that the patient ids are of.</param>
    /// <param name="keys">The register's keys.</param>
    public static Comparators From(NormalIdentity identity, string practiceId, MatchKeys keys) =>
        ComparatorHashes.Of(identity, practiceId, keys);

    /// <summary>Whether the bytes are comparators, and then which. Any bytes may come; none make it throw.</summary>
    public static Result<Comparators> Decode(ReadOnlySpan<byte> encoded) =>
        ComparatorDecoder.TryRead(encoded, out var comparators) ? comparators : MatchingRefusal.ComparatorsAreUnreadable;

    /// <summary>The stored form, at most <see cref="LongestEncoding"/> bytes, of version <see cref="BlockingRules.Version"/>.</summary>
    public byte[] Encode() => ComparatorEncoder.Write(this);

    /// <inheritdoc/>
    public bool Equals(Comparators? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(Birth.Whole ^ NationalId.Whole ^ PostalCode.Whole ^ Phone.Whole);

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(Comparators);
}
