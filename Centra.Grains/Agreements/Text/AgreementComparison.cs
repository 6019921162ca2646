using System.Collections.Immutable;

namespace Centra.Agreements;

/// <summary>How two versions differ, clause by clause.</summary>
/// <param name="Former">The former version.</param>
/// <param name="Later">The later one.</param>
/// <param name="Changes">Only what differs; what was only renumbered does not.</param>
public sealed record AgreementComparison(int Former, int Later, ImmutableArray<ClauseChange> Changes)
{
    /// <summary>Compares. Clauses of one section that say the same are the same; of the rest, those under one heading, or with one id, were changed.</summary>
    public static AgreementComparison Of(AgreementDocument former, AgreementDocument later)
    {
        var (gone, come) = (Placed.Of(former), Placed.Of(later));
        come.RemoveAll(clause => Take(gone, clause.SaysTheSame) is not null);
        var changes = come.Select(clause => Change(Take(gone, clause.IsHeadedAs) ?? Take(gone, clause.HasTheIdOf), clause)).ToList();
        changes.AddRange(gone.Select(clause => Change(clause, null)));
        return new AgreementComparison(former.Version, later.Version, [.. changes]);
    }

    private static Placed? Take(List<Placed> clauses, Predicate<Placed> isIt)
    {
        var found = clauses.Find(isIt);
        if (found is not null)
            clauses.Remove(found);
        return found;
    }

    private static ClauseChange Change(Placed? former, Placed? later) => new(
        (later ?? former)!.Clause.Id, former is null ? ChangeKind.Added : later is null ? ChangeKind.Removed : ChangeKind.Changed,
        former?.Clause.Number, later?.Clause.Number, former?.Words, later?.Words);

    private sealed record Placed(string Section, IssuedClause Clause)
    {
        public string Words => string.Join(' ', new[] { AgreementPlainText.HeadOf(Clause), Clause.Text }.Where(part => part.Length > 0));

        public bool SaysTheSame(Placed other) => Section == other.Section && Words == other.Words && Clause.Level == other.Clause.Level;

        public bool IsHeadedAs(Placed other) => Section == other.Section && Clause.Heading.Length > 0 && Clause.Heading == other.Clause.Heading;

        // Ids of entries in exhibits are places: under another heading it is another entry.
        public bool HasTheIdOf(Placed other) => Clause.Id == other.Clause.Id && (Clause.Heading.Length == 0 || other.Clause.Heading.Length == 0);

        public static List<Placed> Of(AgreementDocument document) =>
            [.. document.Sections.SelectMany(section => section.Clauses.Select(clause => new Placed(section.Heading.Length > 0 ? section.Heading : section.Number, clause)))];
    }
}

/// <summary>A clause that differs.</summary>
/// <param name="ClauseId">Its id.</param>
/// <param name="Kind">How.</param>
/// <param name="FormerNumber">Its number in the former version.</param>
/// <param name="LaterNumber">In the later one.</param>
/// <param name="Former">What it said.</param>
/// <param name="Later">What it says.</param>
public sealed record ClauseChange(string ClauseId, ChangeKind Kind, string? FormerNumber, string? LaterNumber, string? Former, string? Later);

/// <summary>How a clause differs.</summary>
public enum ChangeKind
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>It is new.</summary>
    Added = 1,

    /// <summary>It is gone.</summary>
    Removed = 2,

    /// <summary>It says something else.</summary>
    Changed = 3,
}
