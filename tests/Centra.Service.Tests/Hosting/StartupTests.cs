using Centra.Api.Hosting;

namespace Centra.Service.Tests.Hosting;

public sealed class StartupTests
{
    [Fact]
    public void Sentence_OfATimeOut_SaysWhatTimedOut() =>
        Startup.Sentence(new TimeoutException("The bucket does not answer.")).ShouldBe("something did not answer in time: The bucket does not answer.");

    [Fact]
    public void Sentence_OfABug_IsNone() => Startup.Sentence(new InvalidOperationException("bug")).ShouldBeNull();
}
