using Centra.Engine.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Engine.Tests.Silo;

/// <summary>States in PostgreSQL through Orleans' provider and our statements.</summary>
public sealed class PostgresStateTests : PostgresTest
{
    [Fact]
    public async Task FirstWrites_OfTwoAtOnce_LetOneIn()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(Database);
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var id = silo.Grains.GetGrain<IStateGrain>("state/race").GetGrainId();

        var writes = Enumerable.Range(0, 8).Select(number => WriteAsync(storage, id, null, $"{number}")).ToList();
        var won = await Task.WhenAll(writes);

        won.Count(one => one).ShouldBe(1);
        (await WriteAsync(storage, id, "7", "wrong version")).ShouldBeFalse();
        (await WriteAsync(storage, id, "1", "right version")).ShouldBeTrue();
    }

    [Fact]
    public async Task WriteWithAnETag_WhereNothingIsStored_IsRefused()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(Database);
        var storage = silo.Services.GetRequiredService<IGrainStorage>();

        (await WriteAsync(storage, silo.Grains.GetGrain<IStateGrain>("state/never").GetGrainId(), "1", "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task State_Cleared_IsGoneAndCanBeWrittenAgain()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(Database);
        var grain = silo.Grains.GetGrain<IStateGrain>("state/cleared");
        await grain.SetAsync("gone", 1);

        (await grain.ClearAsync()).Exists.ShouldBeFalse();

        (await grain.SetAsync("back", 2)).ShouldBe(new StateView("back", 2, 1, "3", true));
    }

    private static async Task<bool> WriteAsync(IGrainStorage storage, GrainId id, string? etag, string text)
    {
        try
        {
            await storage.WriteStateAsync("test-state", id, new GrainState<StateRecord>(new StateRecord { Text = text }, etag));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
