using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>Hashes an identity into comparators.</summary>
internal static class ComparatorHashes
{
    public static Comparators Of(NormalIdentity identity, string practiceId, MatchKeys keys)
    {
        Span<byte> blocks = stackalloc byte[HashSource.Most * Sha256Lanes.BlockBytes];
        var source = new HashSource(blocks);
        Build(identity, practiceId, ref source);
        source.Compute(keys.Comparing, stackalloc UInt128[HashSource.Most]);
        blocks.Clear();
        return Build(identity, practiceId, ref source);
    }

    private static Comparators Build(NormalIdentity identity, string practiceId, ref HashSource source) => new()
    {
        Given = Given(identity.Given, ref source),
        Middle = Middle(identity.Given, ref source),
        Family = Family(identity, ref source),
        Birth = DateHashes.Of(identity.BirthDate, ref source),
        Sex = identity.Sex == AdministrativeSex.Unknown ? 0 : source.Hash(FieldKind.Sex, (int)identity.Sex),
        NationalId = Edits(FieldKind.NationalId, identity.NationalId, ref source),
        PostalCode = Edits(FieldKind.PostalCode, identity.PostalCode, ref source),
        PostalArea = source.Hash(FieldKind.PostalArea, identity.PostalCode.AsSpan(0, Math.Min(3, identity.PostalCode.Length))),
        HouseNumber = source.Hash(FieldKind.HouseNumber, identity.HouseNumber),
        Street = Edits(FieldKind.Street, identity.Street, ref source),
        StreetSound = source.Hash(FieldKind.StreetSound, identity.Street.Length > 0 ? Sound.Of(identity.Street) : ""),
        Phone = Edits(FieldKind.Phone, identity.Phone, ref source),
        PhoneEnd = source.Hash(FieldKind.PhoneEnd, identity.Phone.Length > 0 ? identity.Phone.AsSpan(3) : default),
        Practice = identity.PatientIds.Length > 0 ? source.Hash(FieldKind.Practice, practiceId) : 0,
        PatientIds = PatientIds(identity.PatientIds, practiceId, ref source),
    };

    private static ImmutableArray<NameForm> Given(ImmutableArray<string> words, ref HashSource source)
    {
        var forms = new List<NameForm>(Comparators.MostGiven);
        foreach (var form in GivenForms.Of(words))
            forms.Add(Name(form, ref source));
        return [.. forms];
    }

    private static ImmutableArray<NameForm> Middle(ImmutableArray<string> words, ref HashSource source)
    {
        var forms = new List<NameForm>(Comparators.MostMiddle);
        foreach (var word in words.Skip(1).Take(Comparators.MostMiddle))
            forms.Add(Name(word, ref source));
        return [.. forms];
    }

    private static ImmutableArray<NameForm> Family(NormalIdentity identity, ref HashSource source)
    {
        var names = FamilyForms.Of(identity.Family).Concat(identity.FormerFamily.SelectMany(FamilyForms.Of)).Distinct();
        var forms = new List<NameForm>(Comparators.MostFamily);
        foreach (var name in names.Take(Comparators.MostFamily))
            forms.Add(Name(name, ref source));
        return [.. forms];
    }

    private static NameForm Name(string name, ref HashSource source) => new(
        Edits(FieldKind.Name, name, ref source),
        source.Hash(FieldKind.NameSound, Sound.Of(name)),
        source.Hash(FieldKind.Initial, name.AsSpan(0, char.IsHighSurrogate(name[0]) ? 2 : 1)),
        KnownGivenNames.Contains(name),
        GivenForms.IsInitial(name));

    private static EditForms Edits(FieldKind kind, string text, ref HashSource source)
    {
        var whole = source.Hash(kind, text);
        if (text.Length is < EditForms.Shortest or > EditForms.Longest)
            return new EditForms(whole, []);
        Span<char> shortened = stackalloc char[text.Length - 1];
        var deleted = new uint[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text.AsSpan(0, i).CopyTo(shortened);
            text.AsSpan(i + 1).CopyTo(shortened[i..]);
            deleted[i] = source.Hash(kind, shortened);
        }

        return new EditForms(whole, [.. deleted]);
    }

    private static ImmutableArray<uint> PatientIds(ImmutableArray<string> ids, string practiceId, ref HashSource source)
    {
        var hashes = new List<uint>(ids.Length);
        foreach (var id in ids)
            hashes.Add(source.Hash(FieldKind.PatientId, $"{practiceId.Length}:{practiceId}{id}"));
        return [.. hashes];
    }
}
