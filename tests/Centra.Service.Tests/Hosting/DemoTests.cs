using Centra.Api.Demo;
using Centra.Api.Hosting;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Centra.Service.Tests.Hosting;

/// <summary>What a demonstration begins with.</summary>
public class DemoTests
{
    private const string Backwards =
        "select a.stream || ' ' || a.type from event a join event b on b.stream = a.stream and b.position = a.position + 1 where b.at < a.at";

    [Fact]
    public async Task Demo_Started_HasARequestInEveryStage_WithAHistoryInOrderOfTime_AndIsTheSameAfterARestart()
    {
        using var folder = new TempFolder();

        var first = await StartAsync(folder.Path);
        var again = await StartAsync(folder.Path);

        first.Stages.ToHashSet().ShouldBe(Enum.GetNames<RequestStage>().Except([nameof(RequestStage.None)]), ignoreOrder: true);
        first.Backwards.ShouldBeEmpty();
        again.ShouldBe(first, "a second start changes nothing");
    }

    private static async Task<Demo> StartAsync(string folder)
    {
        var settings = ServiceSettings.Read(["--data", folder, "--port", "0"]) with { Demo = DemoSetting.Made };
        await using var storage = await CentraStorage.OpenAsync(settings.Storage with { ShardBits = 1 }, TimeProvider.System);
        await using var app = Api.Hosting.Service.Build([], settings, storage, Quicken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<Opening>().OpenAsync(app, settings);
        var demo = await app.Services.GetRequiredService<ReadStore>().Database.ReadAsync(ReadAsync);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return demo;
    }

    private static async Task<Demo> ReadAsync(DbSession session) => new(
        string.Join(' ', await session.QueryAsync("select stage from request order by request_id", row => row.GetString(0))),
        string.Join(", ", await session.QueryAsync(Backwards, row => row.GetString(0))),
        await session.NumberAsync("select count(*) from event where stream like 'request/%'"));

    // Hashes of passwords are not what is tested.
    private static void Quicken(IServiceCollection services)
    {
        services.RemoveAll<ILoggerProvider>();
        services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 10);
    }

    private sealed record Demo(string InOrder, string Backwards, long Events)
    {
        public IEnumerable<string> Stages => InOrder.Split(' ');
    }
}
