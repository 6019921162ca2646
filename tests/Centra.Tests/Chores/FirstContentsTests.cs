using Centra.Datasets;
using Centra.Rules;
using Centra.Starting;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Tests.Chores;

/// <summary>What a new installation begins with is there once, however the first start goes.</summary>
public class FirstContentsTests
{
    private static readonly int Whole = RulesKinds.All.Count + 1 + Catalogue.First().Sum(item => item.Commands.Length);

    [Fact]
    public async Task Contents_MadeByTwoSilosAtOnce_AreThereOnce()
    {
        await using var one = await GateHost.StartAsync();
        await using var two = await GateHost.StartBesideAsync(one, new GateSetup());

        await Task.WhenAll(one.Get<FirstContents>().MakeAsync(), two.Get<FirstContents>().MakeAsync());

        (await EventsAsync(one)).ShouldBe(Whole);
    }

    [Fact]
    public async Task Contents_WhileTheDatabaseFailsForAMoment_AreMadeInTheEnd()
    {
        var failures = new Failures { Left = 12 };
        await using var gate = await GateHost.StartAsync(new GateSetup
        {
            Services = services => services.AddSingleton(failures).AddSingleton<IGrainStorage>(provider => new FailingStorage(provider.GetRequiredService<SqliteGrainStorage>(), failures)),
        });

        await gate.Get<FirstContents>().MakeAsync();

        failures.Left.ShouldBeLessThanOrEqualTo(0);
        (await EventsAsync(gate)).ShouldBe(Whole);
    }

    [Fact]
    public async Task Dataset_CutOffInTheMidst_IsCompleted()
    {
        var failures = new Failures { After = RulesKinds.All.Count + 1 + (2 * Catalogue.First().Length), Left = int.MaxValue };
        await using var gate = await GateHost.StartAsync(new GateSetup
        {
            Services = services => services.AddSingleton(failures).AddSingleton<IGrainStorage>(provider => new FailingStorage(provider.GetRequiredService<SqliteGrainStorage>(), failures)),
        });
        using var stopping = new CancellationTokenSource();
        failures.Failed = stopping.Cancel;
        await Should.ThrowAsync<Exception>(() => gate.Get<FirstContents>().MakeAsync(stopping.Token));

        failures.Left = 0;
        await gate.Get<FirstContents>().MakeAsync();

        (await EventsAsync(gate)).ShouldBe(Whole);
    }

    private static Task<long> EventsAsync(GateHost gate) => gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync(
        "select count(*) from event where stream like 'rules/%' or stream like 'committee/%' or stream like 'dataset/%'"));

    private sealed class Failures
    {
        private int _taken;

        public int After { get; init; }

        public int Left { get; set; }

        public Action Failed { get; set; } = () => { };

        public void Take(string stateName)
        {
            if (stateName is not ("rules" or "committee" or "dataset") || Interlocked.Increment(ref _taken) <= After || Left-- <= 0)
                return;
            Failed();
            throw new StorageUnavailableException("The disk is away for a moment.");
        }
    }

    private sealed class FailingStorage(IGrainStorage inner, Failures failures) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            failures.Take(stateName);
            return inner.WriteStateAsync(stateName, grainId, grainState);
        }
    }
}
