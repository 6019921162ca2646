using System.Collections.Immutable;

namespace Centra.Fhir;

/// <summary>The names of a Patient, by use.</summary>
internal sealed class HumanNames
{
    private readonly List<HumanName> names = [];

    public void Read(ref JsonCursor cursor)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            if (HumanName.Read(ref cursor) is { IsPseudonym: false } name)
                names.Add(name);
    }

    public ImmutableArray<string> Given() => [.. InOrder().SelectMany(name => name.Given).Distinct()];

    public string? Family() => Families(isFormer: false).FirstOrDefault();

    public ImmutableArray<string> FormerFamily() =>
        [.. Families(isFormer: false).Concat(Families(isFormer: true)).Distinct().Where(family => family != Family())];

    private IEnumerable<HumanName> InOrder() => names.OrderBy(name => name.Rank);

    private IEnumerable<string> Families(bool isFormer) =>
        from name in InOrder()
        where name.IsFormer == isFormer && !string.IsNullOrWhiteSpace(name.Family)
        select name.Family;
}
