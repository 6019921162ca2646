using Centra.Silo;
using Orleans.Runtime;

namespace Centra.Tests.Silos;

/// <summary>A start beside a silo that died a moment ago.</summary>
public sealed class LostSilosTests
{
    [Fact]
    public async Task Step_WhileASiloDoesNotAnswer_IsDoneAgainUntilOneDoes()
    {
        var tried = 0;

        await LostSilos.OutlastAsync(() => ++tried < 3 ? throw new SiloUnavailableException("gone") : Task.CompletedTask, TimeProvider.System, TestContext.Current.CancellationToken);

        tried.ShouldBe(3);
    }

    [Fact]
    public async Task Step_ThatBreaksOtherwise_IsNotDoneAgain()
    {
        var tried = 0;

        await Should.ThrowAsync<InvalidDataException>(() => LostSilos.OutlastAsync(() => ++tried > 0 ? throw new InvalidDataException() : Task.CompletedTask, TimeProvider.System, TestContext.Current.CancellationToken));

        tried.ShouldBe(1);
    }
}
