namespace Centra.Bench.Gate.Ingest;

/// <summary>Jobs into one service, each of patients that no other has.</summary>
internal sealed class IngestRun(HttpClient practice)
{
    private const int PatientsAJob = 1_000;
    private readonly Sender _sender = new(practice);
    private int _exports;

    /// <summary>Clinical rows that are there.</summary>
    public long Rows { get; private set; }

    /// <summary>Sends a job of patients with their records; what of it the patients and what the records took.</summary>
    public async Task<(Sent Patients, Sent Clinical)> JobAsync(int patients = PatientsAJob, int clinicalPerPatient = Export.ClinicalPerPatient)
    {
        var sent = await _sender.StoreAsync(Export.Make(++_exports, patients, clinicalPerPatient));
        Rows += sent.Clinical.Lines;
        return sent;
    }

    /// <summary>Sends jobs until so many clinical rows are there.</summary>
    public async Task FillAsync(long rows)
    {
        while (Rows < rows)
            await JobAsync((int)Math.Clamp((rows - Rows) / Export.ClinicalPerPatient, 1, PatientsAJob));
    }
}
