using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Centra.Bench.Gate.Ingest;
using Centra.Synthetic;

namespace Centra.Bench.Gate.OptOuts;

/// <summary>Opt-outs of one practice, one after the other, of people no one of whom was opted out before.</summary>
internal sealed class OptOutTimes(HttpClient practice)
{
    /// <summary>Opt-outs in one measurement.</summary>
    public const int Each = 200;

    /// <summary>Records of each stored patient.</summary>
    public const int Records = 40;

    private const int Seed = 31;
    private const ulong Strangers = 8_100;
    private int _asked;

    /// <summary>Milliseconds that one in a hundred exceeds.</summary>
    public static double P99(IEnumerable<double> taken) => Requests.LoadMeasure.Percentile([.. taken.Order()], 0.99);

    /// <summary>Has everything compiled that opting out runs through.</summary>
    public Task WarmUpAsync() => RunAsync();

    /// <summary>Stores patients, then opts them out in turn with people who are not stored.</summary>
    public async Task<List<double>> RunAsync()
    {
        var number = Seed + ++_asked;
        await new Sender(practice).StoreAsync(Export.Make(number, Each / 2, Records));
        var stored = Export.PeopleOf(number).Take(Each / 2);
        var strangers = new PeopleGenerator(Strangers + (ulong)_asked).People().Take(Each / 2);
        var taken = new List<double>();
        foreach (var person in stored.Zip(strangers).SelectMany(pair => new[] { pair.First, pair.Second }))
            taken.Add(await OptOutAsync(person));
        return taken;
    }

    private async Task<double> OptOutAsync(Person person)
    {
        using var body = new ByteArrayContent(IdentityJson.Of(person)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var begun = Stopwatch.GetTimestamp();
        using var answer = await practice.PostAsync("/api/opt-outs", body);
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        using var receipt = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        return receipt.RootElement.GetProperty("inForce").GetBoolean() ? taken : throw new InvalidOperationException("An opt-out is not in force.");
    }
}
