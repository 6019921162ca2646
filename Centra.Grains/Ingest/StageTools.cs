using Centra.Storage;

namespace Centra.Ingest;

/// <summary>What the stages share: slices of ten to twenty milliseconds, each a fenced transaction, and another round for lines whose facts changed.</summary>
internal static class StageTools
{
    /// <summary>Lines a slice. A patient is some thirty rows, with the tokens.</summary>
    public const int Slice = 200;

    /// <summary>Clinical lines a slice. An opt-out may have to wait for one: with 400, which share more of a commit, one in a hundred waited 70 ms on SQLite.</summary>
    public const int ClinicalSlice = 200;

    // "INGEST" in ASCII: the space of locks by practice.
    private const int PracticeLocks = 0x494E4745;

    /// <summary>On PostgreSQL the writers of one practice go one after the other, so that two never race for the same row.</summary>
    public static Task LockPracticeAsync(DbSession session, string practiceId) => session.Dialect is Dialect.Postgres
        ? session.ExecuteAsync("select pg_advisory_xact_lock($1, hashtext($2))", PracticeLocks, practiceId)
        : Task.CompletedTask;

    /// <summary>Cuts lines into slices in which no id stands twice, so that a later line sees what an earlier one wrote.</summary>
    public static IEnumerable<List<BatchLine>> Slices(IEnumerable<BatchLine> lines, int most = Slice)
    {
        var slice = new List<BatchLine>();
        var ids = new HashSet<Key128>();
        foreach (var line in lines)
        {
            if (slice.Count == most || !ids.Add(line.IdHash))
            {
                yield return slice;
                slice = [];
                ids = [line.IdHash];
            }
            slice.Add(line);
        }
        if (slice.Count > 0)
            yield return slice;
    }
}
