using System.Text.RegularExpressions;

namespace Centra.Cli.Tests.Server;

public sealed partial class LogTests
{
    [Fact]
    public async Task Log_OfAStart_LeavesOutWhatLibrariesSayOfEachCall()
    {
        using var folder = new TempFolder();
        await using var service = await ServiceProcess.StartAsync(folder.Path, "Information");

        var spoke = service.Lines.Select(line => Heading().Match(line)).Where(heading => heading.Success).Select(heading => heading.Groups["category"].Value).ToList();

        spoke.ShouldContain("Centra.Gate.GateOpening");
        spoke.Where(category => !category.StartsWith("Centra.", StringComparison.Ordinal)).Distinct().ShouldBe(["Microsoft.Hosting.Lifetime"]);
    }

    [GeneratedRegex(@"^info: (?<category>[^\[]+)\[")]
    private static partial Regex Heading();
}
