using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// Brings an identity into its normal form. A pure function, and idempotent: normalising a normal form gives itself. A change to it
/// changes tokens: raise <see cref="BlockingRules.Version"/>, and the golden tokens with it.
/// </summary>
public static class Normaliser
{
    private const int MostPatientIds = 8;
    private const int LongestPatientId = 128;
    private const int MostFormerNames = 3;

    /// <summary>The normal form. Whatever cannot be used, or stands for "not known", is missing in it.</summary>
    public static NormalIdentity Normalise(PersonIdentity identity) => new()
    {
        Given = NameWords.OfGiven(identity.Given),
        Family = NameWords.OfFamily(identity.Family),
        FormerFamily = FormerNames(identity.FormerFamily),
        BirthDate = identity.BirthDate is { } date && !Placeholders.IsDate(date) ? date : null,
        Sex = identity.Sex is AdministrativeSex.Female or AdministrativeSex.Male ? identity.Sex : AdministrativeSex.Unknown,
        NationalId = Numbers.NationalId(identity.NationalId),
        PostalCode = Numbers.PostalCode(identity.PostalCode),
        HouseNumber = AddressWords.Read(identity.AddressLine, out var street),
        Street = street,
        Phone = Numbers.Phone(identity.Phone),
        PatientIds = PatientIds(identity.PatientIds),
    };

    private static ImmutableArray<ImmutableArray<string>> FormerNames(ImmutableArray<string> names) =>
        names.IsDefaultOrEmpty
            ? []
            : [.. names.Select(NameWords.OfFamily).Where(words => words.Length > 0).Take(MostFormerNames)];

    private static ImmutableArray<string> PatientIds(ImmutableArray<string> ids) =>
        ids.IsDefaultOrEmpty
            ? []
            : [.. ids.Select(PatientId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Take(MostPatientIds)];

    /// <summary>A practice's own ids are its own business: only space around them, and "not known", is taken away.</summary>
    internal static string PatientId(string? id)
    {
        var trimmed = id?.Trim() ?? "";
        return trimmed.Length > LongestPatientId || Placeholders.IsWord(trimmed.ToUpperInvariant()) ? "" : trimmed;
    }
}
