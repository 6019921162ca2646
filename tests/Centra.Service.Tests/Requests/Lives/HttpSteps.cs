using System.Net.Http.Json;
using System.Text.Json;
using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>A command over HTTP under an Idempotency-Key.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Who">By whom.</param>
/// <param name="What">Below the request's address, with a verb that is not POST before it; {document} is what was uploaded last.</param>
/// <param name="Body">What is sent.</param>
internal sealed record Ask(RequestCommandKind Kind, string Who, string What, Func<LifeScene, Task<object?>> Body) : LifeStep(Kind)
{
    public override Task<object?> ReadyAsync(LifeScene scene) => Body(scene);

    public override Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key)
    {
        var (verb, path) = What.Split(' ') is [var first, var rest] ? (first, rest) : ("POST", What);
        return Sending.SendAsync(scene, Who, verb, $"/api/requests/{scene.Id}/{path.Replace("{document}", scene.Document, StringComparison.Ordinal)}", ready, key);
    }

    public override CommandId? IdOf(LifeScene scene, string key) => CommandId.From(scene.Cast[Who].UserId, $"{Kind}-{scene.Id}", key);
}

/// <summary>A new request: a draft of its own, or the child of the one that is spoken of.</summary>
internal sealed record Begin(RequestCommandKind Kind) : LifeStep(Kind)
{
    public override Task<object?> ReadyAsync(LifeScene scene) => Task.FromResult<object?>(new
    {
        title = "Lived twice",
        institutionId = scene.Cast.Ror,
        name = "Ada Stone",
        kind = Kind switch { RequestCommandKind.Amend => "amendment", RequestCommandKind.Renew => "renewal", _ => "original" },
        parentId = Kind is RequestCommandKind.CreateDraft ? null : scene.Id,
    });

    public override async Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key)
    {
        var answer = await Sending.SendAsync(scene, "pi", "POST", "/api/requests", ready, key);
        if (answer.IsTaken)
            scene.Enter(JsonDocument.Parse(answer.Text).RootElement.Text("requestId"));
        return answer;
    }

    public override CommandId? IdOf(LifeScene scene, string key) => CommandId.From(scene.Cast["pi"].UserId, "create-request", key);
}

/// <summary>Sends with a key.</summary>
internal static class Sending
{
    public static async Task<LifeAnswer> SendAsync(LifeScene scene, string who, string verb, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = body is null ? null : JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        return await LifeAnswer.OfAsync(scene.Cast[who].Client.SendAsync(request));
    }
}
