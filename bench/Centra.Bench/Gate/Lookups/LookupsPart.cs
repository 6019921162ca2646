using Centra.Bench.Gate.Peers;
using Centra.Testing;

namespace Centra.Bench.Gate.Lookups;

/// <summary>Lookups in the register, and in what could be in its place, on the same tokens.</summary>
internal static class LookupsPart
{
    private const double AtLeast = 10_000_000;
    private const double TimesRedis = 10;
    private const double TimesGrainCalls = 8;

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        var figures = new List<Figure>();
        foreach (var count in options.Tokens)
        {
            var data = Path.Combine(folder, $"{count}");
            var tokens = await RegisterFiles.MakeAsync(data, count);
            var batches = new PeopleBatches(tokens);
            var rows = await InSiloAsync(data, batches, options);
            Directory.Delete(data, recursive: true);
            if (count <= options.PeerTokens)
                rows.AddRange([.. await InRedisAsync(report, tokens, batches, options, folder), .. await InPostgresAsync(report, tokens, batches, options)]);
            LookupRow.AddTo(report, $"Lookups among {count:N0} tokens", rows);
            figures.AddRange(Targets(count, rows));
        }
        Figure.AddTo(report, "Lookups", figures);
        report.Remark($"Batches of {PeopleBatches.People:N0} people with {SyntheticTokens.PerPerson} tokens each, one person in {SyntheticTokens.OneIn} in the register; rounds of {GateOptions.Round.TotalSeconds:F0} s. Beside each other: 4 batches in the silo, 2 connections to each server.");
    }

    private static IEnumerable<Figure> Targets(long count, List<LookupRow> rows)
    {
        yield return Figure.AtLeast($"tokens looked up in the silo among {count:N0}", rows[0].People.Select(people => people * SyntheticTokens.PerPerson), AtLeast, "/s");
        yield return Figure.AtLeast("times a warm grain call per person, in people", [rows[0].Median / rows[1].Median], TimesGrainCalls, "x");
        if (rows.Where(row => row.Where.StartsWith("Redis", StringComparison.Ordinal)).MaxBy(row => row.Median) is { } redis)
            yield return Figure.AtLeast("times Redis", [rows[0].Median / redis.Median], TimesRedis, "x");
    }

    private static async Task<List<LookupRow>> InSiloAsync(string data, PeopleBatches batches, GateOptions options)
    {
        await using var service = await GateService.StartAsync(data);
        return
        [
            LookupRow.OfTokens("register in the silo", await SiloLookups.ManyAsync(service, batches, options)),
            LookupRow.OfPeople("a warm grain call per person", await GrainCalls.WarmAsync(service, options)),
            LookupRow.OfPeople("a cold grain call per person", await GrainCalls.ColdAsync(service, options)),
        ];
    }

    private static async Task<List<LookupRow>> InRedisAsync(Report report, SyntheticTokens tokens, PeopleBatches batches, GateOptions options, string folder)
    {
        await using var redis = await RedisLookups.FillAsync(Path.Combine(folder, "redis"), tokens, batches);
        if (redis is null)
        {
            report.Remark($"Redis: {RedisServer.Absence}.");
            return [];
        }
        return [LookupRow.OfTokens($"Redis SMISMEMBER, pipelined ({redis.BytesAToken(tokens):N0} bytes a token)", await redis.RunAsync(options))];
    }

    private static async Task<List<LookupRow>> InPostgresAsync(Report report, SyntheticTokens tokens, PeopleBatches batches, GateOptions options)
    {
        await using var postgres = await PostgresLookups.FillAsync(tokens, batches);
        if (postgres is null)
        {
            report.Remark($"PostgreSQL: {PrivatePostgres.Absence}");
            return [];
        }
        return
        [
            LookupRow.OfTokens($"PostgreSQL = any(array) ({await postgres.BytesATokenAsync(tokens):N0} bytes a token)", await postgres.ArraysAsync(options, PostgresLookups.AnyArray)),
            LookupRow.OfTokens("PostgreSQL unnest and join", await postgres.ArraysAsync(options, PostgresLookups.Unnest)),
            LookupRow.OfTokens("PostgreSQL COPY and join", await postgres.CopyAsync(options)),
        ];
    }
}
