using System.IO.Compression;
using System.Text;
using Centra.Testing;

namespace Centra.Bench.Portal;

/// <summary>The front page of a service that has just said that it is ready, and all that comes with it.</summary>
internal static class FirstPages
{
    private const int Starts = 3;
    private const double Milliseconds = 300;
    private const double Kilobytes = 100;
    private static readonly string[] Parts = ["/", "/centra.css", "/portal.js"];

    public static async Task AddAsync(Report report, string folder)
    {
        var (first, warm, signIn) = (new List<double>(), new List<double>(), new List<double>());
        var (sent, compressed) = (0, 0);
        for (var start = 0; start < Starts; start++)
        {
            await using var process = await ServiceProcess.StartAsync(folder);
            using var person = new PortalPerson(process.Address);
            first.Add((await person.GetAsync("/")).Milliseconds);
            signIn.Add((await person.GetAsync("/sign-in")).Milliseconds);
            warm.AddRange((await TimesAsync(person)).Take(1));
            (sent, compressed) = await SizesAsync(person);
        }
        Figure.AddTo(report, "The first page",
        [
            Figure.AtMost("the very first answer after ready", first, Milliseconds, "ms"),
            Figure.Plain("the sign-in page after it", signIn, "ms"),
            Figure.AtMost("the first page, warm, median", warm, Milliseconds, "ms"),
            Figure.Plain("page, style and script as they are sent", [sent / 1_000d], "kB"),
            Figure.AtMost("the same compressed (gzip)", [compressed / 1_000d], Kilobytes, "kB"),
        ]);
    }

    private static async Task<double[]> TimesAsync(PortalPerson person)
    {
        var taken = new double[41];
        for (var time = 0; time < taken.Length; time++)
            taken[time] = (await person.GetAsync("/")).Milliseconds;
        Array.Sort(taken);
        return taken[20..];
    }

    private static async Task<(int Sent, int Compressed)> SizesAsync(PortalPerson person)
    {
        var (sent, compressed) = (0, 0);
        foreach (var part in Parts)
        {
            var bytes = Encoding.UTF8.GetBytes(await person.ReadAsync(part));
            (sent, compressed) = (sent + bytes.Length, compressed + Compressed(bytes));
        }
        return (sent, compressed);
    }

    private static int Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return (int)packed.Length;
    }
}
