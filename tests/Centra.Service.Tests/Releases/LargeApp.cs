using System.Text;
using Centra.Datasets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Releases;

/// <summary>A service whose dataset makes extracts larger than what fits between a server that sends and a client that does not read.</summary>
public sealed class LargeApp : IAsyncLifetime
{
    private static readonly string[] Variables = ["year", "text"];

    private const int Rows = 400;
    private static readonly string Text = new('x', 60_000);
    private readonly TempFolder _folder = new();
    private readonly CutWatch _cuts = new();

    /// <summary>Everybody.</summary>
    public RequestCast Cast { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Cast = await RequestCast.AssembleAsync(await ServiceApp.StartAsync(_folder.Path, also: Add));
        var csv = new StringBuilder("abstract_id,year,meeting,track,presentation,title,authors,first_author_country,words,text\n");
        for (var row = 0; row < Rows; row++)
            csv.Append($"A{row:00000},2020,symposium,lung,oral,A title,Example,US,200,").Append(Text).Append('\n');
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        var dataset = Cast.App.Grain<IDatasetGrain>($"dataset/{RequestCast.Dataset}");
        var version = await Cast.App.Get<DatasetFiles>().KeepAsync(content, (await dataset.View()).Value!.Variables, "large", CancellationToken.None);
        (await dataset.Handle(Cast.App.Command(Cast["steward"].UserId), version.Value!)).Refusal.ShouldBeNull();
    }

    /// <summary>A member of a new request begins to download its extract. Whatever time it is, everybody is signed in, verified and trained.</summary>
    internal async Task<BegunDownload> BeginAsync(string who)
    {
        await Cast.AgainAsync();
        await Cast.VerifyAsync("official", Cast.Ror);
        await Cast["officer"].TrainAsync(Cast.App, Cast[who]);
        var story = await RequestStory.DraftAsync(Cast);
        await story.PutAsync("pi", $"datasets/{RequestCast.Dataset}", new { variables = Variables, cohort = "All" });
        await (await story.ToAgreementAsync()).ToFulfilmentAsync();
        await story.PostAsync("steward", "release", new { extracts = new[] { new { datasetId = RequestCast.Dataset, version = 2, variables = Variables, filters = Array.Empty<object>() } } });
        var built = await story.BuiltAsync();
        await story.PostAsync("steward2", "release/approve", new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true });
        await story.PostAsync(who, "terms", new { agreementVersion = 1 });
        return await BegunDownload.OfAsync(story, Cast[who].Client, _cuts);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Cast is not null)
            await Cast.App.DisposeAsync();
        _folder.Dispose();
    }

    // A client that does not read is cut by the server after seconds, too: not here, where something else has to cut.
    private void Add(IServiceCollection services) => services.AddSingleton<IStartupFilter>(_cuts).Configure<KestrelServerOptions>(options => options.Limits.MinResponseDataRate = null);
}
