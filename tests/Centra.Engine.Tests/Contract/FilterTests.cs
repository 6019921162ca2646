using Centra.Engine.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Centra.Engine.Tests.Contract;

public class FilterTests
{
    [Fact]
    public async Task Filters_OfAllCalls_StandAroundTheMethodInTheirOrder()
    {
        await using var host = await EngineHost.StartAsync(new EngineSetup
        {
            Services = services => services
                .AddSingleton<IIncomingGrainCallFilter>(new NotingFilter("outer"))
                .AddSingleton<IIncomingGrainCallFilter>(new NotingFilter("inner")),
        });
        const string key = "test/filtered";
        var grain = host.Grains.GetGrain<IOutcomeGrain>(key);

        (await grain.TwiceAsync(4)).ShouldBe(10);
        (await Should.ThrowAsync<OutcomeException>(grain.FailAsync)).Message.ShouldBe("late");
        await grain.NoteAsync("noted");

        Probe.Of(key).Notes.ShouldBe(
        [
            "outer: TwiceAsync of outcome/test/filtered in OutcomeGrain", "inner: TwiceAsync of outcome/test/filtered in OutcomeGrain",
            "inner done: 8", "outer done: 9",
            "outer: FailAsync of outcome/test/filtered in OutcomeGrain", "inner: FailAsync of outcome/test/filtered in OutcomeGrain",
            "outer: NoteAsync of outcome/test/filtered in OutcomeGrain", "inner: NoteAsync of outcome/test/filtered in OutcomeGrain",
            "noted", "inner done: ", "outer done: ",
        ]);
    }

    [Fact]
    public async Task Filter_ThatDoesNotGoOn_KeepsTheCallFromTheGrain()
    {
        await using var host = await EngineHost.StartAsync(new EngineSetup
        {
            Services = services => services.AddSingleton<IIncomingGrainCallFilter>(new RefusingFilter()),
        });
        const string key = "test/refused";

        await Should.ThrowAsync<OutcomeException>(() => host.Grains.GetGrain<IOutcomeGrain>(key).NoteAsync("noted").AsTask());

        Probe.Of(key).Notes.ShouldBeEmpty();
    }

    // Adds one to every number on its way back.
    private sealed class NotingFilter(string name) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is not OutcomeGrain || !context.InterfaceName.EndsWith("IOutcomeGrain", StringComparison.Ordinal))
            {
                await context.Invoke();
                return;
            }
            var probe = Probe.Of(context.TargetId.Key.ToString()!);
            probe.Note($"{name}: {context.MethodName} of {context.TargetId} in {context.Grain.GetType().Name}");
            await context.Invoke();
            probe.Note($"{name} done: {context.Result}");
            if (context.Result is int number)
                context.Result = number + 1;
        }
    }

    private sealed class RefusingFilter : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) =>
            context.Grain is OutcomeGrain ? throw new OutcomeException("refused") : context.Invoke();
    }
}
