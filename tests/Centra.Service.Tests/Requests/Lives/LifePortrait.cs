using System.Text;
using System.Text.RegularExpressions;
using Centra.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>What is left of a life: its trail, its documents, its rows in the lists; without times, ids and hashes, by which two like lives differ.</summary>
internal static partial class LifePortrait
{
    private static readonly string[] Streams = ["request", "agreement", "ledger", "release"];

    public static async Task<string> OfAsync(LifeScene scene)
    {
        var portrait = new StringBuilder();
        foreach (var id in scene.Ids)
        {
            foreach (var stream in Streams)
                portrait.AppendJoin('\n', Once(await TrailAsync(scene.App, $"{stream}/{id}"))).Append('\n');
            foreach (var path in Paths(id))
                portrait.Append(path).Append(' ').AppendLine((await LifeAnswer.OfAsync(scene.Cast["auditor"].Client.GetAsync(path))).Text);
            portrait.AppendLine(await RowAsync(scene.App, id));
        }
        return Masked(portrait.ToString());
    }

    /// <summary>Where two portraits part, with what stands around it; null: nowhere.</summary>
    public static string? Difference(string one, string other)
    {
        var at = one.AsSpan().CommonPrefixLength(other);
        return at == one.Length && at == other.Length ? null : $"{Around(one, at)}\n--- the other ---\n{Around(other, at)}";
    }

    /// <summary>The events of a stream.</summary>
    public static async Task<List<string>> TrailAsync(ServiceApp app, string stream) => await app.Get<ReadStore>().Database.ReadAsync(session => session.QueryAsync(
        "select type, actor, payload from event where stream = $1 order by position", row => $"{row.GetString(0)} {row.GetString(1)} {row.GetString(2)}", stream));

    /// <summary>All events of a life.</summary>
    public static async Task<string[]> TrailAsync(LifeScene scene) =>
        [.. (await Task.WhenAll(scene.Ids.SelectMany(id => Streams.Select(stream => TrailAsync(scene.App, $"{stream}/{id}"))))).SelectMany(trail => trail)];

    private static string Around(string text, int at) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];

    private static string[] Paths(string id) =>
        [$"/api/requests/{id}", $"/api/agreements/{id}", $"/api/ledgers/{id}", $"/api/releases/{id}", $"/api/invoices?request={id}", $"/api/payments?request={id}", $"/api/releases?request={id}"];

    private static async Task<string> RowAsync(ServiceApp app, string id) => (await app.Get<ReadStore>().Database.ReadAsync(session => session.FindAsync(
        "select stage, ball, ballot, is_sealed, paused, open_questions, agreement_version, case when due_at is null then 'never' else 'due' end from request where request_id = $1",
        row => string.Join('|', Enumerable.Range(0, 8).Select(at => row.IsDBNull(at) ? "" : row.GetValue(at).ToString())), id)))!;

    // A download that was cut off and asked for again is two: each is recorded before its first byte.
    private static IEnumerable<string> Once(List<string> trail) =>
        trail.Where((line, at) => at == 0 || !line.StartsWith("File", StringComparison.Ordinal) || Masked(line) != Masked(trail[at - 1]));

    private static string Masked(string text) =>
        Again().Replace(Sizes().Replace(Hashes().Replace(Ids().Replace(Times().Replace(text, "TIME"), "ID"), "HASH"), "SIZE"), "$1");

    [GeneratedRegex(@"(\{[^{}]*""isCheck"":(?:true|false)\})(,\1)+")]
    private static partial Regex Again();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(T[0-9:.]+(Z|(\\u002B|[+-])\d\d:\d\d))?")]
    private static partial Regex Times();

    [GeneratedRegex(@"(?i:request-[0-9a-f]{16})|INV-[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}|att-[0-9a-f]{32}|00-[0-9a-f]{32}-[0-9a-f]{16}-0\d")]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hashes();

    [GeneratedRegex("\"(b|B)ytes\":\\d+")]
    private static partial Regex Sizes();
}
