namespace Centra.Cli.Tests.Usage;

public class TourTests
{
    [Fact]
    public async Task Tour_AgainstAFreshService_WalksEveryStep()
    {
        using var shell = new Shell("http://127.0.0.1:1", "none");

        var walked = await shell.RunAsync("tour");

        walked.Error.ShouldBeEmpty();
        walked.Code.ShouldBe(0);
        walked.Out.ShouldContain("all as they should be");
    }
}
