using System.Diagnostics;
using System.Net.Http.Headers;
using Centra.Silo;

namespace Centra.Cli.Tests.Cluster;

/// <summary>How long those who are left cannot answer when a silo is gone, and what they say of it in the log.</summary>
public sealed class OutageTests
{
    private const int Killed = 137;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cluster_LosingASilo_AnswersAgainWithinSeconds(bool isFrozen)
    {
        Assert.SkipUnless(SiloHosting.IsForClusters, "The embedded engine is one process.");
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        await using var silos = new TwoSilos(server);
        await silos.StartAsync();
        using var shell = new Shell(silos.Address(1), silos.Key(0));
        Samples.Export(shell.Path("in"), patients: 40);
        var people = await File.ReadAllBytesAsync(Directory.GetFiles(shell.Path("in"), "Patient*").Order().First(), TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(silos.Address(1)), Timeout = Patience, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", silos.Key(0)) } };
        (await AnswersAsync(http, people)).ShouldBeTrue("before");
        await (isFrozen ? silos.PauseAsync(0) : silos.KillAsync(0));
        var gone = Stopwatch.StartNew();

        while (!await AnswersAsync(http, people))
            await Task.Delay(Moment, TimeProvider.System);
        var after = gone.Elapsed;

        // A signal that leaves no dump behind.
        if (isFrozen)
            (await silos.ResumeAsync(0)).ShouldBe(Killed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{after.TotalSeconds:f1} s\n{string.Join('\n', silos.Complaints(1))}");
        // Five and ten when the machine is at rest; without the settings of Membership 36 where it is frozen.
        after.ShouldBeLessThan(TimeSpan.FromSeconds(25));
        silos.Complaints(1).Where(line => line.Contains("Centra.Api.Http.Failures", StringComparison.Ordinal)).ShouldAllBe(line => line.Contains("did not answer", StringComparison.Ordinal));
        silos.Complaints(1).ShouldAllBe(line => !line.Contains("CallbackData", StringComparison.Ordinal));
    }

    private static async Task<bool> AnswersAsync(HttpClient http, byte[] people)
    {
        try
        {
            using var body = new ByteArrayContent(people) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+ndjson") } };
            using var answer = await http.PostAsync("/api/screen", body);
            return answer.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync()).Contains("\"rejected\"", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
