using Centra.Practices;

namespace Centra.Cli.Tests.Screen;

/// <summary>On a service of its own: the people opted out here are out everywhere.</summary>
public sealed class ScreenTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string OptedOut = """{"given":"Ada","family":"Ranger","birthDate":"1961-04-02","postalCode":"02139","nationalId":"123456789"}""";
    private const string Stranger = """{"given":"Bo","family":"Holt","birthDate":"1950-12-01","postalCode":"99501"}""";

    [Fact]
    public async Task Screen_Ndjson_WritesPermittedLinesByteForByteAndHoldsTheOthers()
    {
        using var shell = await ShellAsync();
        var (permitted, last) = ($"\uFEFF  {Stranger}\r\n", Samples.Patient("p9", "Quill", "Zoe", "1999-09-09"));
        var path = shell.Write("people.ndjson", $"{permitted}{OptedOut}\n\nno json\n{last}");

        var ended = await shell.RunAsync("screen", path, "--out", shell.Path("out.ndjson"), "--json");

        ended.Code.ShouldBe(2, ended.Error);
        (await File.ReadAllTextAsync(shell.Path("out.ndjson"), new System.Text.UTF8Encoding(false))).TrimStart('\uFEFF').ShouldBe(permitted.TrimStart('\uFEFF') + last);
        (await File.ReadAllBytesAsync(shell.Path("out.ndjson")))[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        (await File.ReadAllTextAsync(shell.Path("out.ndjson.held"))).ShouldBe("2 suppressed\n4 NotJson\n");
        (ended.Count("read"), ended.Count("permitted"), ended.Count("suppressed"), ended.Count("review"), ended.Count("rejected")).ShouldBe((4, 2, 1, 0, 1));
        ended.Count("registerSequence").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Screen_Csv_KeepsTheHeaderAndTheNumbersOfTheFile()
    {
        using var shell = await ShellAsync();
        var rows = Enumerable.Range(1, 2_400).Select(number => $"Bo,Holt{Letters(number)},1950-12-01,99501").ToList();
        rows[1_500] = "Ada,Ranger,1961-04-02,02139";
        var path = shell.Write("people.csv", "given,family,birth_date,postal_code\r\n" + string.Join("\r\n", rows) + "\r\n");

        var ended = await shell.RunAsync("screen", path, "--out", shell.Path("out.csv"));

        ended.Code.ShouldBe(0, ended.Error);
        rows.RemoveAt(1_500);
        (await File.ReadAllTextAsync(shell.Path("out.csv"))).ShouldBe("given,family,birth_date,postal_code\r\n" + string.Join("\r\n", rows) + "\r\n");
        (await File.ReadAllTextAsync(shell.Path("out.csv.held"))).ShouldBe("1502 suppressed\n");
    }

    [Fact]
    public async Task Screen_LineTooLong_IsHeldInItsPlace()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("long.ndjson", $"{OptedOut}\n{new string('x', 17 << 20)}\n{OptedOut}\n");

        await shell.RunAsync("screen", path, "--out", shell.Path("out"));

        (await File.ReadAllTextAsync(shell.Path("out.held"))).ShouldBe("1 suppressed\n2 LineTooLong\n3 suppressed\n");
        new FileInfo(shell.Path("out")).Length.ShouldBe(0);
    }

    [Fact]
    public async Task Screen_NothingToRead_WritesEmptyFiles()
    {
        using var shell = await ShellAsync();

        (await shell.RunAsync("screen", shell.Write("none.ndjson", ""), "--out", shell.Path("out"))).Code.ShouldBe(0);

        (File.Exists(shell.Path("out")), File.Exists(shell.Path("out.held"))).ShouldBe((true, true));
    }

    [Fact]
    public async Task Screen_ThatFails_LeavesNoFileAndKeepsTheOldOne()
    {
        using var shell = await ShellAsync();
        await using var gateway = await Gateway.StartAsync(service.Address);
        shell.Variables["CENTRA_SERVER"] = gateway.Address;
        gateway.Before = context =>
        {
            if (gateway.Requests.Count > 2)
                context.Response.StatusCode = 403;
            return Task.FromResult(gateway.Requests.Count > 2);
        };
        shell.Write("out", "of an earlier run");

        var ended = await shell.RunAsync("screen", shell.Write("many.ndjson", string.Concat(Enumerable.Repeat(Stranger + "\n", 5_000))), "--out", shell.Path("out"));

        ended.ShouldFailWith("may not do this");
        Directory.GetFiles(Path.GetDirectoryName(shell.Path("out"))!).Select(Path.GetFileName).ShouldBe(["many.ndjson", "out"], ignoreOrder: true);
        (await File.ReadAllTextAsync(shell.Path("out"))).ShouldBe("of an earlier run");
    }

    [Fact]
    public async Task Screen_AnswerThatLeavesALineOut_LetsNothingThrough()
    {
        using var shell = await ShellAsync();
        await using var gateway = await Gateway.StartAsync(service.Address);
        shell.Variables["CENTRA_SERVER"] = gateway.Address;
        gateway.Before = async context =>
        {
            await context.Response.Body.WriteAsync("{\"line\":1,\"decision\":\"permitted\"}\n"u8.ToArray());
            return true;
        };

        var ended = await shell.RunAsync("screen", shell.Write("two.ndjson", $"{Stranger}\n{OptedOut}\n"), "--out", shell.Path("out"));

        ended.ShouldFailWith("did not answer clearly about each of the lines 1 to 2");
        File.Exists(shell.Path("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Screen_OutputIsTheInput_SaysSo()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("in.ndjson", Stranger);

        (await shell.RunAsync("screen", path, "--out", path)).ShouldFailWith("name another");

        (await File.ReadAllTextAsync(path)).ShouldBe(Stranger);
    }

    // Digits are not part of a name.
    private static string Letters(int number) => string.Concat(number.ToString().Select(digit => (char)('a' + digit - '0')));

    private async Task<Shell> ShellAsync()
    {
        var shell = new Shell(service.Address, await service.PracticeKeyAsync(KeyScopes.Screen | KeyScopes.OptOut));
        (await shell.RunAsync("opt-out", shell.Write("optout.ndjson", OptedOut))).Code.ShouldBe(0);
        File.Delete(shell.Path("optout.ndjson"));
        return shell;
    }
}
