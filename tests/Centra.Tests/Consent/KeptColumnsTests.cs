using System.Text.RegularExpressions;
using Centra.Consent;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Consent;

/// <summary>What is kept of a person who opted out is what docs/security.md says, column by column.</summary>
public partial class KeptColumnsTests
{
    [Fact]
    public async Task Columns_OfTheRegister_AreThoseThatAreDocumented()
    {
        await using var gate = await GateHost.StartAsync();
        var stored = new List<string>();
        foreach (var table in new[] { "opt_out", "opt_out_token", "register_operation", "opt_out_answer" })
            stored.AddRange(await gate.Vault.ReadAsync(session => session.QueryAsync("select name from pragma_table_info($1)", row => $"{table}.{row.GetString(0)}", table)));

        stored.Order().ShouldBe(Documented().Order());
    }

    [Fact]
    public void Operation_OfAnOptOut_HasNoFieldBeyondTheColumns()
    {
        var columns = Documented().Select(column => column[(column.IndexOf('.') + 1)..].Replace("_", "")).ToHashSet(StringComparer.OrdinalIgnoreCase);

        typeof(OptOutEntered).GetProperties().Select(property => property.Name).Except(["Tokens", "EqualityContract"])
            .ShouldAllBe(name => columns.Contains(name));
        typeof(HashedIdentity).GetProperties().Select(property => property.Name).ShouldBe(["Epochs", "Tokens", "Comparators", "TokenSet", "RulesVersion"], ignoreOrder: true);
    }

    private static List<string> Documented()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "global.json")))
            root = root.Parent!;
        var text = File.ReadAllText(Path.Combine(root.FullName, "docs", "security.md"));
        var section = text.Split("\n## ").Single(part => part.StartsWith("What an opt-out keeps", StringComparison.Ordinal));
        return [.. Column().Matches(section).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex(@"^\| `([a-z_0-9]+\.[a-z_0-9]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Column();
}
