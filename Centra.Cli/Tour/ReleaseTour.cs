using System.Text.Json;
using static Centra.Cli.Tour.TourGuide;

namespace Centra.Cli.Tour;

/// <summary>The data of a request go out, to whom they may, as long as they may.</summary>
internal sealed class ReleaseTour(TourGuide guide, TourCast cast)
{
    private const string Dataset = "meeting-abstracts";
    private static readonly string[] Variables = ["year", "track", "presentation"];

    private TourPerson Applicant => cast.Person("Applicant");

    public async Task RunAsync(CancellationToken cancel)
    {
        await guide.StepAsync("A data steward has the extract made, another one approves it.", () => ReleaseAsync(cancel));
        await guide.StepAsync("The researcher accepts the terms and downloads.", DownloadAsync);
        await guide.StepAsync("The manager pauses access.", PauseAsync);
    }

    private async Task<string> ReleaseAsync(CancellationToken cancel)
    {
        var (first, second) = (cast.Person("DataSteward"), cast.Person("DataSteward", 1));
        await cast.DoAsync(first, "release", new { extracts = new[] { new { datasetId = Dataset, version = 1, variables = Variables, filters = Array.Empty<object>() } } });
        var built = await BuiltAsync(first, cancel);
        var approval = new { version = 1, manifestSha256 = built.GetProperty("manifestSha256").GetString(), hasNoActualKnowledge = true };
        Expect("refusal", "SecondPersonIsNeeded", await cast.RefusedAsync(first, "release/approve", approval));
        Expect("stage", "active", await cast.DoAsync(second, "release/approve", approval));
        return $"{built.GetProperty("files").GetArrayLength()} files, each with its SHA-256 in a manifest. Data may be given out now.";
    }

    private async Task<string> DownloadAsync()
    {
        Expect("refusal", "TermsAreNotAccepted", await cast.HiddenAsync(Applicant, LinkOf("manifest.json")));
        await cast.DoAsync(Applicant, "terms", new { agreementVersion = 1 });
        var link = await cast.SeeAsync(Applicant, LinkOf($"data-{Dataset}.csv"));
        var file = await cast.ReadAsync(Applicant, link.GetProperty("url").GetString()!);
        Expect("hash of the file", link.GetProperty("sha256").GetString(), RequestTour.Hash(file));
        return $"{file.Length} bytes by a personal link that is good for ten minutes. Before the terms were accepted there was none.";
    }

    private async Task<string> PauseAsync()
    {
        await cast.DoAsync(cast.Person("RequestManager"), "pause", new { reason = "A question of safekeeping" });
        Expect("refusal", "AccessIsPaused", await cast.HiddenAsync(Applicant, LinkOf("manifest.json")));
        return "At once there is no link any more, and the researcher is told why.";
    }

    private async Task<JsonElement> BuiltAsync(TourPerson steward, CancellationToken cancel)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var version = (await cast.SeeAsync(steward, $"api/releases/{cast.Id}")).GetProperty("versions")[0];
            if (version.GetProperty("standing").GetString() != "building")
                return version;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }
        throw new CommandFailedException("The tour stops here: the extract was not made in half a minute.");
    }

    private string LinkOf(string file) => $"api/releases/{cast.Id}/files/{file}/link";
}
