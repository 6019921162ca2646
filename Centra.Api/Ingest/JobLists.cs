using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Api.Ingest;

/// <summary>Lists of jobs from the read model.</summary>
internal static class JobLists
{
    /// <summary>Jobs of a practice or of all (null), newest first, opened before a moment.</summary>
    public static async Task<IReadOnlyList<ListedJob>> PageAsync(ReadStore read, string? practiceId, string? phase, long before, int most) =>
        [.. (await read.Database.ReadAsync(async session =>
        {
            await using var context = ReadContext.Over(session);
            return await context.Jobs.AsNoTracking()
                .Where(row => (practiceId == null || row.PracticeId == practiceId) && (phase == null || row.Phase == phase) && row.OpenedAt < before)
                .OrderByDescending(row => row.OpenedAt).Take(most).ToListAsync();
        })).Select(Of)];

    private static ListedJob Of(JobRow row) => new(row.JobId, row.PracticeId, row.Phase, DateTimeOffset.FromUnixTimeMilliseconds(row.OpenedAt),
        row.CompletedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
}

/// <summary>A job in a list; its counts are read with the job.</summary>
internal sealed record ListedJob(string JobId, string PracticeId, string Phase, DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt);
