using Centra.Storage;

namespace Centra.Cli.Tests.Usage;

/// <summary>centra audit verify: exit codes and sentences. What it finds is tested where it is found.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Verify_FolderThatIsNone_SaysSo()
    {
        using var shell = new Shell("http://127.0.0.1:1", "");

        (await shell.RunAsync("audit", "verify", "--data", shell.Path("none"))).ShouldFailWith("There is no folder");
        (await shell.RunAsync("audit", "verify", "--data", Directory.CreateDirectory(shell.Path("empty")).FullName)).ShouldFailWith("no whole data folder");
    }

    [Fact]
    public async Task Verify_FolderInUse_SaysSo()
    {
        using var shell = new Shell("http://127.0.0.1:1", "");
        using var taken = FolderLock.Take(shell.Path("data"));

        (await shell.RunAsync("audit", "verify", "--data", shell.Path("data"))).ShouldFailWith("A service is using");
    }
}
