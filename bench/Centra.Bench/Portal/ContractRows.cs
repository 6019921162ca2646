using Centra.Storage;

namespace Centra.Bench.Portal;

/// <summary>What comes after a decision, for all requests that are that far: times of stages, the register's dates, agreements, invoices.</summary>
internal static class ContractRows
{
    private const string Decided = "r.request_id like 'request-0%' and r.stage in ('Contracting', 'Fulfilment', 'Active', 'Closed')";
    private const long Day = 86_400_000;

    private static readonly (string Stage, int Entered, int Left)[] Stages = [("Availability", 90, 80), ("PolicyCheck", 80, 71), ("CommitteeReview", 71, 30), ("Contracting", 30, 0)];

    public static async Task AddAsync(IDatabase database)
    {
        await WriteAsync(database, $"update request as r set submitted_at = stage_since - {90 * Day}, notified_at = stage_since - {30 * Day}, agreement_version = 1 where notified_at is null and {Decided}");
        await WriteAsync(database, $"update request_dataset as d set outcome = 'Approved' where outcome is null and exists (select 1 from request r where r.request_id = d.request_id and {Decided})");
        foreach (var (stage, entered, left) in Stages)
            await WriteAsync(database, "insert or ignore into request_stage_time (request_id, entered_at, stage, left_at) "
                + $"select r.request_id, r.stage_since - {entered * Day}, '{stage}', r.stage_since - {left * Day} - r.place % {Day} from request r where {Decided}");
        await WriteAsync(database, "insert or ignore into agreement (request_id, standing, version, sha256, issued_by, issued_at, estimate_version, total, currency, open_until, has_open_changes, starts, ends) "
            + $"select r.request_id, case r.stage when 'Contracting' then 'Issued' else 'Executed' end, 1, 'aa', 'manager', r.stage_since, 1, '100.00', 'USD', '2027-01-31', 0, '2026-01-01', '2027-12-31' from request r where {Decided}");
        await WriteAsync(database, "insert or ignore into invoice (number, request_id, agreement_version, currency, total_cents, balance_cents, standing, issued_at, issued_by) "
            + $"select 'C-' || r.request_id, r.request_id, 1, 'USD', 10000, case r.stage when 'Contracting' then 10000 else 0 end, 'Open', r.stage_since, 'finance' from request r where {Decided} and r.stage <> 'Contracting' or r.place % 2 = 0 and {Decided}");
    }

    private static Task WriteAsync(IDatabase database, string sql) => database.WriteAsync(Fence.None, session => session.ExecuteAsync(sql));
}
