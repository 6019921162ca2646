using System.Net.Http.Headers;
using Centra.Bench.Gate.Lookups;
using Centra.Synthetic;

namespace Centra.Bench.Gate.Screening;

/// <summary>Screening over HTTP: identities in, decisions out.</summary>
internal static class ScreenPart
{
    private const long Tokens = 1_000_000;
    private const double AtLeast = 60_000;
    private const int Callers = 4;
    private const int Requests = 20;
    private const int PeopleARequest = 2_000;
    private const int OptedOut = PeopleARequest / 100;

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        await RegisterFiles.MakeAsync(folder, Tokens);
        await using var service = await GateService.StartAsync(folder);
        using var practice = await service.PracticeAsync("north");
        var bodies = new PeopleGenerator(71).People().Chunk(PeopleARequest).Take(Requests).ToList();
        await OptOutAsync(practice, bodies[0].Take(OptedOut));
        var rounds = await RunAsync(practice, [.. bodies.Select(IdentityJson.Lines)], options);
        Figure.AddTo(report, "Screening over HTTP",
        [
            Figure.AtLeast("people screened, client in the same process", rounds.PerSecond, AtLeast, "/s"),
            Figure.Plain("processor time of a person, the client's part included", rounds.CpuMicroseconds, "us"),
        ]);
        var bytes = bodies.SelectMany(body => body).Average(person => IdentityJson.Of(person).Length);
        report.Remark($"{Callers} requests at a time of {PeopleARequest:N0} identities, {bytes:N0} bytes each and none above {IdentityJson.MostBytes}; a register of {Tokens:N0} tokens and {OptedOut} opt-outs that one request in {Requests} meets.");
    }

    private static async Task OptOutAsync(HttpClient practice, IEnumerable<Person> people)
    {
        foreach (var person in people)
            (await practice.PostAsync("/api/opt-outs", Body(IdentityJson.Of(person), "application/json"))).EnsureSuccessStatusCode();
    }

    private static Task<Rounds> RunAsync(HttpClient practice, List<byte[]> bodies, GateOptions options) => Rounds.RunAsync(options, Callers, async (_, number) =>
    {
        var at = number % bodies.Count;
        var answer = await practice.PostAsync("/api/screen", Body(bodies[at], "application/x-ndjson"));
        var lines = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var (answered, suppressed) = (IdentityJson.Count(lines), IdentityJson.Count(lines, "suppressed"));
        if (answered != IdentityJson.Count(bodies[at]) || (at == 0 && suppressed < OptedOut))
            throw new InvalidOperationException($"{answered} people answered, {suppressed} suppressed.");
        return answered;
    });

    private static ByteArrayContent Body(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
