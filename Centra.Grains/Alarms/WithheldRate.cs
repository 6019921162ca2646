using System.Globalization;
using Centra.Storage;

namespace Centra.Alarms;

/// <summary>
/// Compares what a job withheld with the practice's earlier jobs. A share that doubles means a wave of opt-outs, or a matcher that has
/// begun to see people in each other.
/// </summary>
public sealed class WithheldRate(Vault vault, AlarmBell bell)
{
    internal const string Earlier = "select sum(suppressed + review), sum(read) from batch_receipt where job_no in "
        + "(select job_no from ingest_job where practice_id = $2 and job_no < $1 order by job_no desc limit $3)";

    private const int LeastWithheld = 20;
    private const int JobsCompared = 20;

    /// <summary>Looks at a job that is complete.</summary>
    public async Task CheckAsync(string practiceId, long jobNo)
    {
        var (job, before) = await vault.Database.ReadAsync(async session => (await ShareAsync(session,
            "select sum(suppressed + review), sum(read) from batch_receipt where job_no = $1", jobNo), await ShareAsync(session,
            Earlier, jobNo, practiceId, (long)JobsCompared)));
        if (IsAlarming(job, before))
            await bell.RingAsync(AlarmKind.WithheldRateDoubled, practiceId, string.Create(CultureInfo.InvariantCulture,
                $"A job withheld {job.Withheld} of {job.Read} lines, more than twice the share of earlier jobs ({before.Withheld} of {before.Read})."));
    }

    /// <summary>Whether a job's share is more than twice the earlier one. The first job has nothing to be compared with.</summary>
    public static bool IsAlarming(WithheldShare job, WithheldShare before) =>
        before.Read > 0 && job.Withheld >= LeastWithheld && (decimal)job.Withheld * before.Read > 2m * before.Withheld * job.Read;

    private static async Task<WithheldShare> ShareAsync(DbSession session, string sql, params object?[] args) =>
        (await session.FindAsync(sql, row => new WithheldShare(Number(row.GetValue(0)), Number(row.GetValue(1))), args))!;

    private static long Number(object value) => value is DBNull ? 0 : Convert.ToInt64(value, CultureInfo.InvariantCulture);
}

/// <summary>How many of how many lines were withheld.</summary>
public sealed record WithheldShare(long Withheld, long Read);
