using System.Diagnostics;
using Centra.Fhir;

namespace Centra.Tests.Fhir;

/// <summary>Prints figures; run on a Release build with `-explicit only`.</summary>
public class FhirSpeedTests(ITestOutputHelper output)
{
    private const int Rounds = 30;

    [Fact(Explicit = true)]
    public void Read_WholeSample_Speed() =>
        Measure("FhirLine.Read", Sample.All(), line => FhirLine.Read(line).Code == default);

    [Fact(Explicit = true)]
    public void Read_LinesOfAKibibyteAndAHalf_Speed() =>
        Measure("FhirLine.Read, 1.0-2.0 kB", [.. Sample.All().Where(line => line.Length is > 1000 and < 2000)], line => FhirLine.Read(line).Code == default);

    [Fact(Explicit = true)]
    public void Read_Patients_Speed() =>
        Measure("FhirLine.Read, Patient", [.. Sample.All().Where(line => FhirLine.Read(line).Resource!.Kind == FhirKind.Patient)], line => FhirLine.Read(line).Code == default);

    private void Measure(string what, byte[][] lines, Func<byte[], bool> read)
    {
        for (var warm = 0; warm < Rounds; warm++)
            lines.ShouldAllBe(line => read(line));
        var bytes = Rounds * lines.Sum(line => (long)line.Length);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
            foreach (var line in lines)
                read(line);
        var seconds = watch.Elapsed.TotalSeconds;
        var count = (double)Rounds * lines.Length;
        output.WriteLine($"{what}: {count / seconds:N0} lines/s, {bytes / seconds / 1e6:N0} MB/s, {bytes / count:N0} bytes a line, "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / count:N0} bytes allocated a line");
    }
}
