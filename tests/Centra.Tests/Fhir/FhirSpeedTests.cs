using Centra.DeIdentification;
using Centra.Fhir;

namespace Centra.Tests.Fhir;

/// <summary>Prints figures; run on a Release build with `-class Centra.Tests.Fhir.FhirSpeedTests -explicit only -showLiveOutput`.</summary>
public class FhirSpeedTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Read_Sample_Speed()
    {
        Measure("FhirLine.Read, whole sample", Sample.All());
        Measure("FhirLine.Read, 1.0-2.0 kB", [.. Sample.All().Where(line => line.Length is > 1000 and < 2000)]);
        Measure("FhirLine.Read, Patient", [.. Sample.All().Where(line => FhirLine.Read(line).Resource!.Kind == FhirKind.Patient)]);
    }

    [Fact(Explicit = true)]
    public void IdentityLine_Read_Speed()
    {
        var line = """
            {"given":["Ana","Maria"],"family":"Silva","formerFamily":["Reis"],"birthDate":"1961-04-02","sex":"female","nationalId":"999-94-5397",
            "postalCode":"02139","addressLine":"1 Elm Street","phone":"555-0100","patientIds":["m7"]}
            """u8.ToArray();

        var lines = Enumerable.Repeat(line, 10_000).ToArray();
        output.WriteLine(Speed.Of("IdentityLine.Read", lines, one => one.Length, one => IdentityLine.Read(one)));
    }

    [Fact(Explicit = true)]
    public async Task NdjsonLines_ReadAsync_Speed()
    {
        var file = Enumerable.Repeat(Sample.All(), 30).SelectMany(lines => lines).SelectMany(line => line.Append((byte)'\n')).ToArray();
        for (var round = 0; round < 3; round++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var count = 0L;
            await foreach (var batch in NdjsonLines.ReadAsync(new MemoryStream(file), cancellation: TestContext.Current.CancellationToken))
                count += batch.Length;
            output.WriteLine($"NdjsonLines.ReadAsync: {count / watch.Elapsed.TotalSeconds:N0} lines/s, {file.Length / watch.Elapsed.TotalSeconds / 1e6:N0} MB/s");
        }
    }

    [Fact(Explicit = true)]
    public void SafeHarbor_Copy_Speed()
    {
        var context = new CopyContext("p1", "c1", 2025, _ => "r1");
        var resources = Sample.All().Select(line => FhirLine.Read(line).Resource!)
            .Where(resource => SafeHarbor.Copy(resource, context).IsCopied).ToArray();

        output.WriteLine(Speed.Of("SafeHarbor.Copy", resources, one => one.Bytes.Length, one => SafeHarbor.Copy(one, context)));
    }

    private void Measure(string what, byte[][] lines) =>
        output.WriteLine(Speed.Of(what, lines, line => line.Length, line => FhirLine.Read(line)));
}
