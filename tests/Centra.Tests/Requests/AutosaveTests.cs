using Centra.Institutions;
using Centra.People;
using Centra.Requests;
using Centra.Starting;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Requests;

/// <summary>Somebody writes for hours, saved every few seconds: a write stays as large as at the beginning.</summary>
public sealed class AutosaveTests : IDisposable
{
    private const string Ror = "05dxps055";
    private const int MostGrowth = 512;
    private const int MostSize = 10_000;
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Record_AfterHundredsOfAutosaves_IsAsLargeAsAfterAFew()
    {
        await SaveAsync(0, 270);
        var few = await SizeAsync();
        await SaveAsync(270, 600);
        var many = await SizeAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{few} characters a write after 270 autosaves, {many} after 600");
        (many - few).ShouldBeLessThan(MostGrowth);
        many.ShouldBeLessThan(MostSize);
    }

    [Fact]
    public async Task Autosave_Repeated_TakesEffectOnce_HoweverLate()
    {
        await SaveAsync(0, 1);
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = _folder.Path });
        var (request, first) = (gate.Grains.GetGrain<IDataRequestGrain>("request/r1"), gate.Context("writer"));
        var answer = (await request.Handle(first, new EditSection("design", "First.", 1))).Value;
        (await request.Handle(first, new EditSection("design", "First.", 1))).Value.ShouldBe(answer);
        (await request.Handle(first, new EditSection("design", "Other.", 1))).Code().ShouldBe(nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
        for (var at = 0; at < 300; at++)
        {
            await request.Handle(gate.Context("writer"), new EditSection("design", $"Later {at}.", at + 2));
            if (at == 200)
                (await request.Handle(first, new EditSection("design", "First.", 1))).Value.ShouldBe(answer);
        }

        (await request.Handle(first, new EditSection("design", "First.", 1))).Code().ShouldBe(nameof(DataRequestRefusal.SectionWasChangedMeanwhile));
        (await request.View("writer")).Value!.Application!.Sections.Single().Text.ShouldBe("Later 299.");
    }

    public void Dispose() => _folder.Dispose();

    private async Task SaveAsync(int from, int to)
    {
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = _folder.Path });
        var request = gate.Grains.GetGrain<IDataRequestGrain>("request/r1");
        if (from == 0)
            await BeginAsync(gate, request);
        for (var at = from; at < to; at++)
            (await request.Handle(gate.Context("writer"), new EditSection("design", $"A cohort of {at:0000} people.", at))).Refusal.ShouldBeNull();
    }

    private static async Task BeginAsync(GateHost gate, IDataRequestGrain request)
    {
        await gate.Get<FirstContents>().MakeAsync();
        (await gate.Grains.GetGrain<IInstitutionGrain>($"institution/{Ror}").Handle(gate.Context("host"), new RecordInstitution("North University", "US"))).Refusal.ShouldBeNull();
        (await gate.Grains.GetGrain<IPersonGrain>("person/writer").Handle(gate.Context("host"), new AdmitPerson(null, [Roles.Applicant]))).Refusal.ShouldBeNull();
        (await request.Handle(gate.Context("writer"), new CreateDraft("A study", Ror, "W. Riter"))).Refusal.ShouldBeNull();
    }

    private async Task<long> SizeAsync()
    {
        await using var state = new SqliteDatabase(Path.Combine(_folder.Path, "state.db"));
        return await state.ReadAsync(session => session.NumberAsync("select length(content) from grain_state where grain_id like '%request/r1'"));
    }
}
