using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// A text as its hash and those of its one-letter-deleted forms, in the order of the deleted letter: enough to tell whether another text
/// is one edit away (a letter changed, added, left out, or two neighbours exchanged) and nothing else.
/// </summary>
/// <param name="Whole">Hash of the text.</param>
/// <param name="Deleted">As many as the text has letters; none of a text too short or too long to compare so.</param>
internal readonly record struct EditForms(uint Whole, ImmutableArray<uint> Deleted)
{
    /// <summary>In shorter text one edit makes too many other names.</summary>
    public const int Shortest = 3;

    public const int Longest = 24;

    public static readonly EditForms Missing = new(0, []);

    public bool IsMissing => Whole == 0;

    /// <summary>Whether the texts differ by exactly one edit.</summary>
    public bool IsNear(EditForms other) =>
        IsLonger(other) || other.IsLonger(this) || ChangedAt(other) >= 0 || AreNeighboursExchanged(other);

    /// <summary>Position of the one letter in which texts of one length differ, or -1.</summary>
    public int ChangedAt(EditForms other)
    {
        if (Deleted.Length != other.Deleted.Length || Whole == other.Whole)
            return -1;
        for (var i = 0; i < Deleted.Length; i++)
        {
            if (Deleted[i] == other.Deleted[i])
                return i;
        }

        return -1;
    }

    private bool IsLonger(EditForms other) => other.Deleted.Length > 0 && Deleted.Contains(other.Whole);

    private bool AreNeighboursExchanged(EditForms other)
    {
        if (Deleted.Length != other.Deleted.Length)
            return false;
        for (var i = 1; i < Deleted.Length; i++)
        {
            if (Deleted[i - 1] == other.Deleted[i] && Deleted[i] == other.Deleted[i - 1])
                return true;
        }

        return false;
    }
}
