using Centra.Datasets;

namespace Centra.Releases;

/// <summary>Checks the file that would leave by reading it, whatever made it: its columns, its rows, and how many share each combination.</summary>
internal static class ExtractChecking
{
    /// <summary>Rows of the rarest combination; refused where the file is not what the plan allows.</summary>
    public static async Task<Result<long>> SmallestAsync(Stream file, ExtractPlan plan, long expected, CancellationToken cancellation)
    {
        file.Position = 0;
        await using var rows = new DatasetRows(file);
        var (groups, count) = (new GroupCounts(plan.QuasiPlaces), 0L);
        while (await rows.NextAsync(cancellation))
        {
            groups.Add([.. rows.Columns.Select((_, place) => rows.Cell(place))]);
            count++;
        }
        var isRight = rows.Columns.SequenceEqual(plan.Variables.Select(variable => variable.Name)) && count == expected && groups.Smallest >= plan.K;
        return isRight ? groups.Smallest : ReleaseRefusal.CheckFailed;
    }
}
