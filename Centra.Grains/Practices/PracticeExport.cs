using System.Text;
using Centra.Access;
using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Storage;
using Orleans;

namespace Centra.Practices;

/// <summary>
/// What a leaving practice takes along: its own live patients' records as they were sent, line by line. Every patient whose data leave is
/// recorded as looked at, and that is committed before a line of them is sent.
/// </summary>
public sealed class PracticeExport(LookBook book, Vault vault, PatientContents contents, PatientKeys keys, KeyRing ring, IGrainFactory grains)
{
    /// <summary>How long there is time to take an export along.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <summary>Within what everything is erased.</summary>
    public static readonly TimeSpan Promise = TimeSpan.FromDays(30);

    private const string Patient = "Patient";
    private const int PatientsAtOnce = 100;
    private const int RecordsAtOnce = 500;
    private static readonly AllowedLook Export = new(new Looker("", "", null), Purpose.OwnExport, null);

    /// <summary>What there is to take along. Refused to practices that are not leaving.</summary>
    public async Task<Result<ExportOverview>> OverviewAsync(string practiceId)
    {
        var practice = await grains.GetGrain<IPracticeGrain>($"practice/{practiceId}").View();
        if (practice is not { Value: { Standing: PracticeStanding.Leaving, LeavingAt: { } since } })
            return PracticeRefusal.PracticeIsNotLeaving;
        return new ExportOverview(since, since + Grace, await TypesAsync(practiceId));
    }

    private Task<List<ExportedType>> TypesAsync(string practiceId) => vault.Database.ReadAsync(async session =>
    {
        var patients = await session.NumberAsync("select count(*) from patient where practice_id = $1 and status = 1", practiceId);
        var types = (await PatientReads.TypesAsync(session, practiceId)).Concat(await ReferenceResources.TypesAsync(session, practiceId));
        return types.Append((Type: Patient, Count: patients)).Where(type => type.Count > 0).OrderBy(type => type.Type, StringComparer.Ordinal)
            .Select(type => new ExportedType(type.Type, type.Count)).ToList();
    });

    /// <summary>All of one type, a resource at a time.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Looker looker, string type) => type == Patient ? PatientsAsync(looker)
        : FhirType.Find(Encoding.UTF8.GetBytes(type)) is { Kind: FhirKind.Reference } ? ReferencesAsync(looker.PracticeId!, type)
        : RecordsAsync(looker, type);

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> PatientsAsync(Looker looker)
    {
        await foreach (var rows in LookedAtAsync(looker, PatientField.Resource, PatientReads.OfPracticeAsync))
        {
            var stored = await contents.ReadAsync(rows);
            foreach (var patient in rows.Where(row => stored.ContainsKey(row.PatientNo)).Select(row => stored[row.PatientNo]))
                yield return patient.Resource.Bytes;
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> RecordsAsync(Looker looker, string type)
    {
        await foreach (var rows in LookedAtAsync(looker, PatientField.Records, (session, practice, above, most) => PatientReads.WithRecordsAsync(session, practice, type, above, most)))
        {
            var opened = await keys.OpenAsync([.. rows.Select(row => row.KeyNo)]);
            foreach (var row in rows.Where(row => opened.ContainsKey(row.KeyNo)))
            {
                await foreach (var line in OfPatientAsync(row.PatientNo, type, opened[row.KeyNo]))
                    yield return line;
            }
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> OfPatientAsync(long patientNo, string type, PatientKey key)
    {
        using var cipher = Sealing.Cipher(key.Key);
        List<RecordRow> records;
        for (long above = 0; (records = await vault.Database.ReadAsync(session => PatientReads.RecordsAsync(session, patientNo, type, above, RecordsAtOnce))).Count > 0; above = records[^1].ResourceNo)
        {
            foreach (var record in records)
                yield return PatientContents.Open(cipher, record.Content, record.IdHash);
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReferencesAsync(string practiceId, string type)
    {
        using var cipher = Sealing.Cipher(ReferenceKey.Of(ring));
        List<RecordRow> rows;
        for (byte[] above = []; (rows = await vault.Database.ReadAsync(session => ReferenceResources.OfPracticeAsync(session, practiceId, type, above, RecordsAtOnce))).Count > 0; above = rows[^1].IdHash.ToArray())
        {
            foreach (var row in rows)
                yield return PatientContents.Open(cipher, row.Content, row.IdHash);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<PatientRow>> LookedAtAsync(Looker looker, PatientField field, ReadPatients read)
    {
        var look = Export with { Looker = looker, Purpose = Purpose.OwnExport with { Fields = [field] } };
        IReadOnlyList<PatientRow> rows;
        for (long above = 0; (rows = await book.RecordAsync(look, async session => await read(session, looker.PracticeId!, above, PatientsAtOnce))).Count > 0; above = rows[^1].PatientNo)
            yield return rows;
    }

    private delegate Task<List<PatientRow>> ReadPatients(DbSession session, string practiceId, long above, int most);
}

/// <summary>What a leaving practice may take along.</summary>
/// <param name="LeavingAt">When it began to leave.</param>
/// <param name="ErasedFrom">From when on it is erased.</param>
/// <param name="Types">What there is.</param>
public sealed record ExportOverview(DateTimeOffset LeavingAt, DateTimeOffset ErasedFrom, IReadOnlyList<ExportedType> Types);

/// <summary>How many resources of a type there are.</summary>
public sealed record ExportedType(string Type, long Count);
