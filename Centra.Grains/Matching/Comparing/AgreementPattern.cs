using System.Runtime.CompilerServices;

namespace Centra.Matching;

/// <summary>
/// Per field, how far two identities agree: the explanation of a decision that people are shown. Tells nothing of either identity.
/// </summary>
public sealed record AgreementPattern
{
    internal static readonly MatchField[] Fields = Enum.GetValues<MatchField>();

    private readonly Levels levels;

    internal AgreementPattern(ReadOnlySpan<AgreementLevel> levels)
    {
        for (var i = 0; i < Fields.Length; i++)
            this.levels[i] = levels[i];
    }

    /// <summary>The level of a field.</summary>
    public AgreementLevel this[MatchField field] => levels[(int)field];

    /// <summary>The same with another level of one field.</summary>
    public AgreementPattern With(MatchField field, AgreementLevel level)
    {
        Span<AgreementLevel> changed = stackalloc AgreementLevel[Fields.Length];
        ((ReadOnlySpan<AgreementLevel>)levels).CopyTo(changed);
        changed[(int)field] = level;
        return new AgreementPattern(changed);
    }

    /// <inheritdoc/>
    public bool Equals(AgreementPattern? other) =>
        other is not null && ((ReadOnlySpan<AgreementLevel>)levels).SequenceEqual(other.levels);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Stable: "given=agree family=near birthDate=agree …", fields that are missing left out.</summary>
    public override string ToString() => string.Join(' ', Fields.Where(field => this[field] != AgreementLevel.Missing).Select(Word));

    private string Word(MatchField field) => $"{LowerFirst(field.ToString())}={LowerFirst(this[field].ToString())}";

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [InlineArray(10)]
    private struct Levels
    {
        private AgreementLevel first;
    }
}
