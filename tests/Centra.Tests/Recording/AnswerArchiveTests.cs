using Centra.Housekeeping;
using Centra.Practices;
using Centra.Recording;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Recording;

/// <summary>A grain of many commands: each still happens once, and its record stays small.</summary>
public class AnswerArchiveTests
{
    private const string Stream = "practice/north";
    private const int Many = 150;

    [Fact]
    public async Task Command_RepeatedAfterManyOthers_IsAnsweredAsTheFirstTime()
    {
        using var folder = new TempFolder();
        var clock = new ShiftedClock();
        var setup = new GateSetup { Folder = folder.Path, Clock = clock };
        CommandContext first;
        await using (var gate = await GateHost.StartAsync(setup))
        {
            first = gate.Context();
            await JoinAsync(gate, first);
        }
        await using (var gate = await GateHost.StartAsync(setup))
        {
            var practice = gate.Grains.GetGrain<IPracticeGrain>(Stream);
            var repeated = await practice.Handle(first, new JoinPractice("North"));
            var other = await practice.Handle(first, new JoinPractice("South"));

            repeated.Refusal.ShouldBeNull();
            repeated.Value!.AttestedAt.ShouldBeNull();
            other.Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
            (await EventsAsync(gate)).ShouldBe(Many + 1);

            clock.Advance(TimeSpan.FromDays(31));
            await gate.Get<IEnumerable<IHousekeepingTask>>().OfType<AnswerExpiry>().Single().RunAsync();
            (await gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync("select count(*) from older_answer"))).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Record_AfterManyCommands_HoldsTheNewestAnswersOnly()
    {
        using var folder = new TempFolder();
        await using (var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path }))
            await JoinAsync(gate, gate.Context());

        await using var state = new SqliteDatabase(Path.Combine(folder.Path, "state.db"));
        var answers = await state.ReadAsync(session => session.NumberAsync("select json_array_length(content, '$.Commands') from grain_state where state_name = 'practice'"));
        answers.ShouldBeInRange(32, 64);
    }

    [Fact]
    public async Task Answers_ThatCannotBeMoved_StayInTheRecord()
    {
        using var folder = new TempFolder();
        var steps = new Steps();
        CommandContext first;
        await using (var gate = await GateHost.StartAsync(steps.In(new GateSetup { Folder = folder.Path })))
        {
            first = gate.Context();
            await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(first, new JoinPractice("North"));
            steps.At = (_, step) => step.Part == "read" ? throw new StorageUnavailableException("no") : Task.CompletedTask;
            for (var number = 0; number < Many; number++)
                (await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(gate.Context(), new Attest(true))).Refusal.ShouldBeNull();

            (await gate.Grains.GetGrain<IPracticeGrain>(Stream).Handle(first, new JoinPractice("North"))).Refusal.ShouldBeNull();
            steps.At = (_, _) => Task.CompletedTask;
        }
    }

    private static async Task JoinAsync(GateHost gate, CommandContext first)
    {
        var practice = gate.Grains.GetGrain<IPracticeGrain>(Stream);
        (await practice.Handle(first, new JoinPractice("North"))).Refusal.ShouldBeNull();
        for (var number = 0; number < Many; number++)
            (await practice.Handle(gate.Context(), new Attest(true))).Refusal.ShouldBeNull();
    }

    private static Task<long> EventsAsync(GateHost gate) =>
        gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync("select count(*) from event where stream = $1", Stream));
}
