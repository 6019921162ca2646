using System.IO.Compression;
using Centra.Fhir;
using Centra.Gate;
using Centra.Ingest;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Fuzz;

/// <summary>Lines of patients, records and identities.</summary>
internal static class LineTargets
{
    private static readonly TestPerson Somebody = new("Zyxandra", "Quillfeather", "1948-03-09") { Ssn = "078051120", AddressLine = "17 Wobblestone Street", Phone = "312-555-0177" };
    private static readonly string Patient = Somebody.Patient("a-1", DateTimeOffset.UnixEpoch.AddYears(50));
    private static readonly string Condition = TestLines.Condition("c-1", "a-1", DateTimeOffset.UnixEpoch.AddYears(50));
    private static readonly string Plain = """{"given":["Zyxandra","Maria"],"family":"Quillfeather","formerFamily":"Wobblestone","birthDate":"1948-03-09","sex":"female","nationalId":"078-05-1120","postalCode":"60614","addressLine":"17 Wobblestone Street","phone":"312-555-0177","patientIds":["r-77"]}""";

    private const string Csv = "patient_id,given,family,birth_date,sex,national_id,postal_code,address_line,phone\r\na-1,Zyxandra,Quillfeather,1948-03-09,female,078051120,60614,\"17 Wobblestone Street, rear\",312-555-0177\r\n";
    private static readonly BatchReading Reading = new(new IdHashes(KeyRingFormat.Generate()));
    private static readonly IReadOnlyList<byte[]> Words = FuzzTarget.Texts("\"id\":", "\"reference\":\"Patient/9\"", "\"resourceType\":\"Patient\"", "\"birthDate\":\"1948\"", "\"subject\":", "\"meta\":", "DELETE", "\"name\":[", "\"family\":5");

    public static IEnumerable<FuzzTarget> All { get; } =
    [
        new("FHIR line", FuzzTarget.Texts(Patient, Condition, TestLines.Encounter("e-1", "a-1"), TestLines.Deletion("Patient/a-1", "Condition/c-1"), TestLines.Organization("o-1", "Wobblestone Clinic")),
            input => Task.FromResult(Said(FhirLine.Read(input)))) { Words = Words },
        new("identity line", FuzzTarget.Texts(Plain, Patient), input => Task.FromResult(Said(IdentityLine.Read(input)))) { Words = Words },
        new("NDJSON batch", FuzzTarget.Texts($"{Patient}\n{Condition}\n", $"\ufeff{Condition}\r\n\r\n{Patient}"), input => BatchAsync(new MemoryStream(input), null)) { Words = Words, Weight = 2 },
        new("gzip batch", [Zipped(Patient), Zipped($"{Patient}\n{Condition}\n")], input => BatchAsync(new GZipStream(new MemoryStream(input), CompressionMode.Decompress), null)) { Weight = 2 },
        new("CSV batch", FuzzTarget.Texts(Csv), input => BatchAsync(new MemoryStream(input), CsvDefaults.Patients)) { Weight = 2 },
        new("CSV of identities", FuzzTarget.Texts(Csv, Csv.Replace(',', ';')), IdentitiesAsync) { Weight = 2 },
    ];

    private static string Said(FhirLine line)
    {
        if (line.Resource?.Demographics is { } demographics)
            _ = demographics.ToIdentity();
        return $"{line.Code} {line.Resource} {line.Resource?.Demographics}";
    }

    private static string Said(IdentityLine line)
    {
        if (line.Demographics is { } demographics)
            _ = demographics.ToIdentity();
        return $"{line.Code} {line.Demographics}";
    }

    private static async Task<string> BatchAsync(Stream body, CsvFile? csv)
    {
        await using var stream = body;
        var answer = await Reading.ReadAsync(stream, csv, "north", CancellationToken.None);
        return answer.IsRefused ? $"{answer.Refusal.Code} {answer.Refusal.Detail}" : $"{answer.Value.Lines.Count > 0}/{answer.Value.Unreadable.Count > 0} {string.Join(' ', answer.Value.Unreadable)}";
    }

    private static async Task<string> IdentitiesAsync(byte[] input)
    {
        using var stream = new MemoryStream(input);
        var said = new List<string>();
        await foreach (var lines in IdentityCsv.ReadAsync(stream))
            said.AddRange(lines.Select(line => line.Code is LineCode.None ? Said(IdentityLine.Read(line.Bytes)) : line.Code.ToString()));
        return said.Count == 0 ? "nothing" : string.Join(' ', said);
    }

    private static byte[] Zipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(FuzzTarget.Bytes(text));
        return bytes.ToArray();
    }
}
