using System.IO.Compression;
using Centra.Practices;

namespace Centra.Cli.Tests.Usage;

[Collection(ServiceCollection.Name)]
public sealed class BadInputTests(ServiceFixture service)
{
    [Fact]
    public async Task Ingest_FolderThatIsNotThere_SaysSo() => await FailAsync("There is no file or folder", shell => ["ingest", shell.Path("nowhere")]);

    [Fact]
    public async Task Ingest_FolderWithoutRecords_SaysSo() => await FailAsync("holds no *.ndjson", shell => ["ingest", Directory.CreateDirectory(shell.Path("empty")).FullName]);

    [Fact]
    public async Task Ingest_FileOfAnotherKind_SaysSo() => await FailAsync("none of the files that are read", shell => ["ingest", shell.Write("p.txt", "x")]);

    [Fact]
    public async Task Ingest_GzipThatIsNone_SaysSo() => await FailAsync("is no gzip file", shell => ["ingest", shell.Write("p.ndjson.gz", Samples.Patient("p"))]);

    [Fact]
    public async Task Ingest_GzipCutShort_SaysSo() => await FailAsync("is no gzip file, or it is cut short", shell =>
    {
        var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.NoCompression))
            zip.Write(new byte[100_000]);
        File.WriteAllBytes(shell.Path("p.ndjson.gz"), zipped.ToArray()[..50_000]);
        return ["ingest", shell.Path("p.ndjson.gz")];
    });

    [Fact]
    public async Task Command_UnknownOption_SaysSo() => await FailAsync("unknown option --colour", shell => ["ingest", shell.Path("x"), "--colour", "red"]);

    [Fact]
    public async Task Command_OptionInPlaceOfThePath_SaysSo() => await FailAsync("unknown option --colour", _ => ["ingest", "--colour"]);

    [Fact]
    public async Task Command_Unknown_SaysSo() => await FailAsync("inhale", _ => ["inhale"]);

    [Fact]
    public async Task Command_NumberOutOfBounds_SaysSo() => await FailAsync("--parallel takes a whole number from 1 to 32", shell => ["ingest", shell.Path("x"), "--parallel", "0"]);

    [Fact]
    public async Task Command_KeyAsStrayArgument_IsNotRepeated()
    {
        using var shell = new Shell(service.Address, "");

        var ended = await shell.RunAsync("ingest", shell.Path("x"), "ck.north.key-1.secret");

        ended.ShouldFailWith("unknown command or argument");
        ended.Error.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Server_NotGiven_SaysSo() => await FailAsync("No service", shell => { shell.Variables.Remove("CENTRA_SERVER"); return Ingest(shell); });

    [Fact]
    public async Task Server_NoAddress_SaysSo() => await FailAsync("no http or https address", shell => [.. Ingest(shell), "--server", "ftp://x"]);

    [Fact]
    public async Task Server_NobodyListens_SaysSo() => await FailAsync("cannot be reached", shell => [.. Ingest(shell), "--server", "http://127.0.0.1:1"]);

    [Fact]
    public async Task Key_NotGiven_SaysSo() => await FailAsync("No API key", shell => { shell.Variables.Remove("CENTRA_KEY"); return Ingest(shell); });

    [Fact]
    public async Task Key_Wrong_IsRefused() => await FailAsync("key", shell => [.. Ingest(shell), "--key", $"ck.practice1.key-1.{new string('0', 64)}"]);

    [Fact]
    public async Task Key_WithALineBreak_IsRefusedWithoutShowingIt() => await FailAsync("This is no API key", shell => [.. Ingest(shell), "--key", "abc\ndef"]);

    [Fact]
    public async Task Key_Revoked_IsRefused()
    {
        var key = await service.PracticeKeyAsync();
        await service.RevokeAsync(key);
        using var shell = new Shell(service.Address, key);

        (await shell.RunAsync(Ingest(shell))).ShouldFailWith("key");
    }

    [Fact]
    public async Task Key_Narrower_IsRefused()
    {
        using var shell = new Shell(service.Address, await service.PracticeKeyAsync(KeyScopes.Screen));

        (await shell.RunAsync(Ingest(shell))).ShouldFailWith("scope");
    }

    [Fact]
    public async Task Settings_FromTheDoubleUnderscoreForm_AreTaken()
    {
        using var shell = new Shell(service.Address, "");
        shell.Variables.Clear();
        (shell.Variables["Centra__Server"], shell.Variables["Centra__Key"]) = (service.Address, await service.PracticeKeyAsync());

        (await shell.RunAsync(Ingest(shell))).Code.ShouldBe(0);
    }

    private static string[] Ingest(Shell shell) => ["ingest", shell.Write("p.ndjson", Samples.Patient("p1") + "\n")];

    private async Task FailAsync(string words, Func<Shell, string[]> args)
    {
        var key = await service.PracticeKeyAsync();
        using var shell = new Shell(service.Address, key);

        var ended = await shell.RunAsync(args(shell));

        ended.ShouldFailWith(words);
        ended.Error.ShouldNotContain(key);
    }
}
