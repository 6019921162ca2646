namespace Centra.Cli.Tests.Usage;

public sealed class SampleTests
{
    [Fact]
    public async Task Sample_SameSeed_GivesTheSameBytes()
    {
        using var shell = new Shell("", "");

        foreach (var folder in new[] { "a", "b" })
            (await shell.RunAsync("sample", "--patients", "20", "--seed", "7", "--out", shell.Path(folder))).Code.ShouldBe(0);
        await shell.RunAsync("sample", "--patients", "20", "--seed", "8", "--out", shell.Path("c"));

        foreach (var file in Directory.GetFiles(shell.Path("a")))
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(shell.Path("b"), Path.GetFileName(file))));
        File.ReadLines(shell.Path("a/Patient.000.ndjson")).Count().ShouldBe(20);
        File.ReadAllText(shell.Path("c/Patient.000.ndjson")).ShouldNotBe(File.ReadAllText(shell.Path("a/Patient.000.ndjson")));
    }

    [Fact]
    public async Task Sample_WithoutWhatItNeeds_SaysSo()
    {
        using var shell = new Shell("", "");

        (await shell.RunAsync("sample", "--seed", "7", "--out", shell.Path("a"))).ShouldFailWith("'--patients' is required");
        (await shell.RunAsync("sample", "--patients", "0", "--seed", "7", "--out", shell.Path("a"))).ShouldFailWith("1 or more");
        (await shell.RunAsync("sample", "--patients", "1", "--seed", "7", "--out", shell.Write("file", ""))).ShouldFailWith("is a file");
    }
}
