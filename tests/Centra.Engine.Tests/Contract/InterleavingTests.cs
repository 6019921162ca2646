using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class InterleavingTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Write_WhileWriteRuns_WaitsForItsEnd()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var first = grain.WriteAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var second = grain.WriteAsync("b");
        await EngineHost.SettleAsync();
        probe.Notes.ShouldBe(["+a"]);

        probe.Open("b");
        probe.Open("a");
        await Task.WhenAll(first, second);

        probe.Notes.ShouldBe(["+a", "-a", "+b", "-b"]);
    }

    [Fact]
    public async Task Read_WhileReadRuns_RunsBesideIt()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var first = grain.ReadAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        probe.Open("b");

        await grain.ReadAsync("b");

        probe.Notes.ShouldBe(["+a", "+b", "-b"]);
        probe.Open("a");
        await first;
    }

    [Fact]
    public async Task Read_WhileWriteRuns_WaitsForItsEnd()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var write = grain.WriteAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var read = grain.ReadAsync("b");
        await EngineHost.SettleAsync();
        probe.Notes.ShouldBe(["+a"]);

        probe.Open("a");
        probe.Open("b");
        await Task.WhenAll(write, read);
    }

    [Fact]
    public async Task Write_WhileReadRuns_WaitsForItsEnd()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var read = grain.ReadAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var write = grain.WriteAsync("b");
        await EngineHost.SettleAsync();
        probe.Notes.ShouldBe(["+a"]);

        probe.Open("a");
        probe.Open("b");
        await Task.WhenAll(read, write);
    }

    [Fact]
    public async Task Write_WhileTheSecondOfTwoReadsRuns_WaitsForIt()
    {
        Assert.SkipUnless(EngineHost.HoldsWritesBackForEveryRead, "Orleans holds writes back for the first of the running reads only.");
        var (grain, probe) = Own<ITurnGrain>();
        var first = grain.ReadAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var second = grain.ReadAsync("b");
        await EngineHost.UntilAsync(() => probe.Has("+b"));
        var write = grain.WriteAsync("c");
        probe.Open("a");
        await first;
        await EngineHost.SettleAsync();
        probe.Notes.ShouldBe(["+a", "+b", "-a"]);

        probe.Open("b");
        probe.Open("c");
        await Task.WhenAll(second, write);
    }

    [Fact]
    public async Task Read_BehindAWaitingWrite_RunsBesideTheRunningRead()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var first = grain.ReadAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var write = grain.WriteAsync("b");
        await EngineHost.SettleAsync();
        probe.Open("c");

        await grain.ReadAsync("c");

        probe.Has("+b").ShouldBeFalse();
        probe.Open("a");
        probe.Open("b");
        await Task.WhenAll(first, write);
    }

    [Fact]
    public async Task Peek_WhileWriteRuns_RunsBesideIt()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var write = grain.WriteAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        probe.Open("b");

        await grain.PeekAsync("b");

        probe.Notes.ShouldBe(["+a", "+b", "-b"]);
        probe.Open("a");
        await write;
    }

    [Fact]
    public async Task Write_WhilePeekRuns_RunsBesideIt()
    {
        var (grain, probe) = Own<ITurnGrain>();
        var peek = grain.PeekAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        probe.Open("b");

        await grain.WriteAsync("b");

        probe.Notes.ShouldBe(["+a", "+b", "-b"]);
        probe.Open("a");
        await peek;
    }
}
