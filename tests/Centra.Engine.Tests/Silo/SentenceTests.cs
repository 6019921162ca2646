using Centra.Engine.Tests.Grains;
using Centra.Silo;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Silo;

/// <summary>What an operator is told where the engine does not start: of silos only where it is they that do not answer.</summary>
public sealed class SentenceTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Call_ThatNobodyAnswered_IsToldAsSuch()
    {
        Assert.SkipUnless(EngineHost.IsForClusters, "The embedded engine is one process.");
        var (grain, probe) = Own<IOutcomeGrain>();
        var call = grain.PassAsync("a");
        await Host.PassUntilAsync(() => call.IsCompleted);

        var error = await Should.ThrowAsync<TimeoutException>(() => call);
        probe.Open("a");

        var sentence = SiloHosting.Sentence(error);
        sentence.ShouldNotBeNull(error.Message).ShouldStartWith("a grain did not answer in time");
        sentence.ShouldContain(error.Message);
    }

    [Fact]
    public void Rejection_OfACall_IsThatOfALostSilo()
    {
        Assert.SkipUnless(EngineHost.IsForClusters, "The embedded engine is one process.");

        SiloHosting.Sentence(new SiloUnavailableException("gone")).ShouldNotBeNull().ShouldStartWith("silos that the cluster lists as alive do not answer");
    }

    [Fact]
    public void TimeOut_OfSomethingElse_IsNoneOfTheEngines() => SiloHosting.Sentence(new TimeoutException("The bucket does not answer.")).ShouldBeNull();
}
