using System.Text.Json;
using Centra.Api.Consent;
using Centra.Ingest;
using Centra.Synthetic;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>Synthetic patients of both practices, some in both; a few who have opted out; and one who only resembles somebody that did.</summary>
internal sealed class DemoRecords(IGrainFactory grains, IngestDesk desk, OptOutDesk optOuts)
{
    private const int Seed = 20;
    private const int Each = 30;
    private const int Shared = 5;
    private static readonly BulkOptions Size = new(ClinicalPerPatient: 12, BytesPerResource: 800);

    /// <summary>Loads the records and enters the opt-outs.</summary>
    public async Task MakeAsync(DemoPlan plan)
    {
        var people = new PeopleGenerator(Seed).Households().Select(household => household.People[0]).Take(2 * Each).ToList();
        var leaving = people.Take(3).ToList();
        await LoadAsync(plan.Practices[0].Id, people.Take(Each + Shared));
        await LoadAsync(plan.Practices[1].Id, people.Skip(Each - 1));
        foreach (var person in leaving)
            await OptOutAsync(plan.Practices[0].Id, person);
        await OptOutAsync(plan.Practices[1].Id, people[Each]);
        var sibling = people[0] with { Number = 1_000_000, Given = ["Rosalind"], Ssn = null, Phone = null };
        await LoadAsync(plan.Practices[1].Id, [sibling]);
    }

    private async Task LoadAsync(string practiceId, IEnumerable<Person> people)
    {
        var folder = Directory.CreateTempSubdirectory("centra-demo-").FullName;
        try
        {
            var list = people.ToList();
            BulkExport.Write(list, Seed, folder, Size);
            await LoadAsync(practiceId, list[0].Number, Directory.GetFiles(folder, "*.ndjson").OrderBy(file => !Path.GetFileName(file).StartsWith("Patient", StringComparison.Ordinal)).ToList());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task LoadAsync(string practiceId, int number, List<string> files)
    {
        var jobId = $"job-demo-{practiceId}-{number}";
        var job = grains.GetGrain<IIngestJobGrain>($"job/{jobId}");
        await job.Open(Context($"open {jobId}"), practiceId, null);
        for (var batch = 1; batch <= files.Count; batch++)
        {
            await using var body = File.OpenRead(files[batch - 1]);
            await desk.ReceiveAsync(practiceId, jobId, batch, body, null, CancellationToken.None);
            if (batch == 1)
                await job.Complete(Context($"patients {jobId}"), practiceId, JobPhase.Patients, 1);
        }
        await job.Complete(Context($"complete {jobId}"), practiceId, JobPhase.Complete, files.Count);
    }

    private async Task OptOutAsync(string practiceId, Person person)
    {
        var document = IdentityDocument.Read(JsonSerializer.SerializeToUtf8Bytes(new
        {
            given = person.Given,
            family = person.Family,
            birthDate = person.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            sex = person.IsFemale ? "female" : "male",
            postalCode = person.PostalCode,
            addressLine = person.AddressLine,
        }));
        await optOuts.EnterAsync(Context($"opt-out {practiceId} {person.Number}"), practiceId, document.Value!);
    }

    private static CommandContext Context(string what) => new(CommandId.From("demo", "demo", what), new Actor("demo", null));
}
