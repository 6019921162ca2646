using System.Text;
using Centra.Api.Billing;
using Centra.Api.Consent;
using Centra.Datasets;
using Centra.Fhir;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Fuzz;

/// <summary>Documents: with opt-outs, of mappings, of the payment provider, and the journal that a start reads.</summary>
internal static class DocumentTargets
{
    private const string OptOut = """{"given":["Zyxandra"],"family":"Quillfeather","birthDate":"1948-03-09","nationalId":"078051120","addressLine":"17 Wobblestone Street","formDate":"2026-11-20","askedBy":"self","formSha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}""";
    private const string Mapping = """{"files":[{"file":"conditions","template":{"resourceType":"Condition","id":{"$column":"id"},"subject":{"reference":{"$column":["patient_id","pid"],"$prefix":"Patient/"}},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":{"$column":"icd10","$map":{"a":"b"},"$else":"c"}}]},"onsetDateTime":{"$column":"onset","$date":["MM/dd/yyyy","yyyy-MM-dd"],"$optional":true},"x":{"$column":"n","$type":"number"},"y":{"$column":"s","$split":";"}}}]}""";
    private const string Webhook = """{"id":"evt_1","type":"payment.refunded","invoice":"INV-1","payment":"pay_1","movement":"mv_1","amount":"1250.00","currency":"USD","reference":"Quillfeather","occurredAt":"2026-11-20T10:00:00Z"}""";
    private const string Secret = "whsec-fuzz";
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly IReadOnlyList<byte[]> Words = FuzzTarget.Texts("\"formSha256\":", "\"$column\":", "\"template\":", "\"files\":", "\"amount\":", "payment.succeeded", "t=", "v1=", "\"\\ud800\"", "\"id\":\"\\udfff\"");

    public static IEnumerable<FuzzTarget> All { get; } =
    [
        new("opt-out document", FuzzTarget.Texts(OptOut), input => Told(IdentityDocument.Read(input))) { Words = Words },
        new("CSV mapping", FuzzTarget.Texts(Mapping), input => Told(CsvMapping.Parse(input))) { Words = Words },
        new("webhook message", FuzzTarget.Texts(Webhook, Webhook.Replace("\"1250.00\"", "1250", StringComparison.Ordinal)), input => Told(WebhookMessage.Read(input))) { Words = Words },
        new("webhook signature", FuzzTarget.Texts(WebhookSignature.Of(Secret, Webhook, Now), $"t=1,v1=00,{WebhookSignature.Of(Secret, Webhook, Now)}"),
            input => Task.FromResult(WebhookSignature.Holds(Encoding.UTF8.GetString(input), FuzzTarget.Bytes(Webhook), [Secret, "older"], Now).ToString())) { Words = Words },
        new("dataset document", FuzzTarget.Texts("""{"title":"Registry","day":"2026-01-01","amount":12.5,"kind":"registry","flag":true,"lines":["a","b"]}"""), input => Told(DatasetDocuments.Read(
            Encoding.UTF8.GetString(input), fields => (fields.Text("title"), fields.Day("day"), fields.Amount("amount"), fields.Key("kind"), fields.Flag("flag", false), fields.Prose("lines", 100))))) { Words = Words },
        new("journal", [Journal()], OpenJournalAsync) { Weight = 20 },
    ];

    private static Task<string> Told<T>(Result<T> answer) => Task.FromResult(answer.IsRefused ? $"{answer.Refusal.Code} {answer.Refusal.Detail}" : "taken");

    private static byte[] Journal()
    {
        using var folder = new TempFolder();
        var journal = new FileJournal(folder.File("register.journal"));
        journal.OpenAsync("register", mayCreate: true).GetAwaiter().GetResult();
        foreach (var sequence in Enumerable.Range(1, 4))
            journal.AppendAsync([new JournalLine(sequence, [.. Enumerable.Range(0, 40).Select(at => (byte)(at * sequence))])]).GetAwaiter().GetResult();
        journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return File.ReadAllBytes(folder.File("register.journal"));
    }

    // Refused as damaged or foreign, or cut back to what is whole and readable from there on.
    private static async Task<string> OpenJournalAsync(byte[] input)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("register.journal"), input);
        await using var journal = new FileJournal(folder.File("register.journal"));
        try
        {
            await journal.OpenAsync("register", mayCreate: false);
            return $"head-{await journal.HeadAsync()} {await journal.ReadAsync(0).CountAsync()}";
        }
        catch (JournalException error)
        {
            return $"refused {error.Message}";
        }
    }
}
