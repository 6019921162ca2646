using System.Security.Cryptography;
using Centra.Releases;
using Centra.Requests;
using Centra.Service.Tests.Billing;

namespace Centra.Service.Tests.Requests;

/// <summary>Time passes, then the clock's task runs: nobody else sends Tick, Advance and RemoveContent.</summary>
internal sealed record Passing(RequestCommandKind Kind, TimeSpan Time, string Task, string? Left) : LifeStep(Kind, Left)
{
    public override async Task<object?> ReadyAsync(LifeScene scene)
    {
        if (Time == TimeSpan.Zero)
            return null;
        scene.App.Clock.Advance(Time);
        await scene.Cast.AgainAsync();
        await scene.Cast.VerifyAsync("official", scene.Cast.Ror);
        foreach (var member in new[] { "pi", "colleague" })
            await scene.Cast["officer"].TrainAsync(scene.App, scene.Cast[member]);
        return null;
    }

    public override async Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key)
    {
        await scene.App.HousekeepAsync(Task);
        return new LifeAnswer(true, "");
    }
}

/// <summary>The payment provider tells of a payment, in a signed message that it may send again.</summary>
internal sealed record Told() : LifeStep(RequestCommandKind.ReceiveProviderEvent, "EntryRecorded")
{
    public override async Task<object?> ReadyAsync(LifeScene scene)
    {
        var invoice = (await scene.Cast["finance"].Client.GetAsync($"/api/invoices?request={scene.Id}").Json()).Items().Single().Text("number");
        return AppBilling.Message($"evt-{scene.Id}", invoice, $"pay-{scene.Id}", 250m);
    }

    public override Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key) => LifeAnswer.OfAsync(scene.App.TellAsync((string)ready!));
}

/// <summary>A member downloads by a personal link. Each try is recorded of its own: what left cannot be taken back by a key.</summary>
internal sealed record Downloading() : LifeStep(RequestCommandKind.Download, nameof(FileDownloaded))
{
    public override bool HasKey => false;

    public override async Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key)
    {
        var client = scene.Cast["pi"].Client;
        using var link = await client.GetAsync($"/api/releases/{scene.Id}/files/data-{RequestCast.Dataset}.csv/link");
        return link.IsSuccessStatusCode ? await Hashed.OfAsync(client.GetAsync((await Task.FromResult(link).Json()).Text("url"))) : new LifeAnswer(false, $"{(int)link.StatusCode}");
    }
}

/// <summary>A steward looks at a file before it is approved.</summary>
internal sealed record Inspecting(int Version) : LifeStep(RequestCommandKind.InspectRelease, nameof(FileInspected))
{
    public override bool HasKey => false;

    public override async Task<object?> ReadyAsync(LifeScene scene)
    {
        await scene.Story.BuiltAsync();
        return null;
    }

    public override Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key) =>
        Hashed.OfAsync(scene.Cast["steward2"].Client.GetAsync($"/api/releases/{scene.Id}/versions/{Version}/files/data-{RequestCast.Dataset}.csv"));
}

/// <summary>An answer by the hash of its bytes.</summary>
internal static class Hashed
{
    public static async Task<LifeAnswer> OfAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return new LifeAnswer(answer.IsSuccessStatusCode, answer.IsSuccessStatusCode ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : $"{(int)answer.StatusCode}");
    }
}
