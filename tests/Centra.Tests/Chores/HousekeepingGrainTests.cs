using Centra.Housekeeping;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Centra.Tests.Chores;

public class HousekeepingGrainTests
{
    // Work that was due while the service was down begins at once, and may take longer than a start waits.
    [Fact]
    public async Task Start_WhileWorkIsUnderWay_DoesNotWaitForIt()
    {
        var work = new LongWork();
        await using var gate = await GateHost.StartAsync(new GateSetup { Services = services => services.AddSingleton<IHousekeepingTask>(work) });
        var grain = gate.Grains.GetGrain<IHousekeepingGrain>($"housekeeping/{work.Name}");

        var running = grain.Run();
        await work.Begun.Task;
        await grain.Start();

        running.IsCompleted.ShouldBeFalse();
        work.End.SetResult(3);
        (await running).ShouldBe(3);
    }

    [Fact]
    public async Task Run_ThatEndsAtItsBound_IsFollowedByTheNext_WithoutWaitingForAReminder()
    {
        var work = new MuchWork();
        await using var gate = await GateHost.StartAsync(new GateSetup { Services = services => services.AddSingleton<IHousekeepingTask>(work) });

        (await gate.Grains.GetGrain<IHousekeepingGrain>($"housekeeping/{work.Name}").Run()).ShouldBe(1);

        await work.Done.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        work.Runs.ShouldBe(MuchWork.Needed);
    }

    // Grains and databases end one after the other: what fails then is no failure.
    [Fact]
    public async Task Tick_ThatFails_IsToldUnlessTheServiceEnds()
    {
        var work = new BrokenWork();
        var setup = new GateSetup { Services = services => services.AddSingleton<IHousekeepingTask>(work) };
        await using var gate = await GateHost.StartAsync(setup);
        var grain = gate.Grains.GetGrain<IHousekeepingGrain>($"housekeeping/{work.Name}");

        await TickAsync(grain, work);
        setup.Log.Lines.Count(line => line.StartsWith($"Error Housekeeping {work.Name} failed", StringComparison.Ordinal)).ShouldBe(1);
        gate.Get<IHostApplicationLifetime>().StopApplication();
        await TickAsync(grain, work);

        setup.Log.Lines.Count(line => line.StartsWith($"Error Housekeeping {work.Name} failed", StringComparison.Ordinal)).ShouldBe(1);
    }

    // The reminder before has its turn already where this one comes, and none of them waits for the work.
    [Fact]
    public async Task Reminder_DoesNotWaitForTheWork_AndAnotherMeanwhileAddsNone()
    {
        var work = new LongWork();
        await using var gate = await GateHost.StartAsync(new GateSetup { Services = services => services.AddSingleton<IHousekeepingTask>(work) });
        var grain = gate.Grains.GetGrain<IHousekeepingGrain>($"housekeeping/{work.Name}");

        await grain.ReceiveReminder("tick", default);
        await work.Begun.Task;
        await grain.ReceiveReminder("tick", default);
        work.End.SetResult(3);
        (await grain.Run()).ShouldBe(3);

        work.Runs.ShouldBe(2, "the first reminder's and the one asked for");
    }

    // The reminder only sets the work going. What is asked for after that waits until it has ended.
    private static async Task TickAsync(IHousekeepingGrain grain, BrokenWork work)
    {
        await grain.ReceiveReminder("tick", default);
        await work.Ran.WaitAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<InvalidOperationException>(grain.Run());
        await work.Ran.WaitAsync(TestContext.Current.CancellationToken);
    }

    private sealed class BrokenWork : IHousekeepingTask
    {
        public SemaphoreSlim Ran { get; } = new(0);

        public string Name => "broken-work";

        public TimeSpan Period => TimeSpan.FromDays(1);

        public Task<int> RunAsync()
        {
            Ran.Release();
            throw new InvalidOperationException();
        }
    }

    private sealed class MuchWork : IHousekeepingTask
    {
        public const int Needed = 3;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Runs { get; private set; }

        public string Name => "much-work";

        public TimeSpan Period => TimeSpan.FromDays(1);

        public bool HasMore => Runs < Needed;

        public Task<int> RunAsync()
        {
            if (++Runs == Needed)
                Done.SetResult();
            return Task.FromResult(1);
        }
    }

    private sealed class LongWork : IHousekeepingTask
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<int> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Runs { get; private set; }

        public string Name => "long-work";

        public TimeSpan Period => TimeSpan.FromDays(1);

        public Task<int> RunAsync()
        {
            Runs++;
            Begun.TrySetResult();
            return End.Task;
        }
    }
}
