using System.Text.Json;

namespace Centra.Cli.Tour;

/// <summary>The people of the demo, each signed in when they first act, and the one request that they work on.</summary>
internal sealed class TourCast(TourStage stage, CancellationToken cancel)
{
    private readonly Dictionary<TourPerson, string> _tokens = [];

    /// <summary>The request.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Who has a role; the second of a pair is number 1.</summary>
    public TourPerson Person(string role, int number = 0) => stage.People[role][number];

    /// <summary>Begins the request as a copy of one of the demo.</summary>
    public async Task BeginAsync(string title, string institutionId, string copyOf)
    {
        var begun = await stage.CallAsync(HttpMethod.Post, "api/requests", await TokenAsync(Person("Applicant")), new { title, institutionId, name = "Demo Applicant", copyOf }, cancel);
        Id = begun.GetProperty("requestId").GetString()!;
    }

    /// <summary>Sends a command that has to be taken; the stage after it.</summary>
    public async Task<string> DoAsync(TourPerson who, string what, object? body = null) =>
        (await stage.CallAsync(HttpMethod.Post, $"api/requests/{Id}/{what}", await TokenAsync(who), body, cancel)).GetProperty("stage").GetString()!;

    /// <summary>Sends a command that has to be refused; its code.</summary>
    public async Task<string> RefusedAsync(TourPerson who, string what, object? body = null) =>
        await stage.RefusedAsync(HttpMethod.Post, $"api/requests/{Id}/{what}", await TokenAsync(who), body, cancel);

    /// <summary>The code of a refusal to show something.</summary>
    public async Task<string> HiddenAsync(TourPerson who, string path) => await stage.RefusedAsync(HttpMethod.Get, path, await TokenAsync(who), null, cancel);

    /// <summary>Something as somebody sees it.</summary>
    public async Task<JsonElement> SeeAsync(TourPerson who, string path) => await stage.CallAsync(HttpMethod.Get, path, await TokenAsync(who), null, cancel);

    /// <summary>A file that somebody reads.</summary>
    public async Task<byte[]> ReadAsync(TourPerson who, string path) => await stage.BytesAsync(path, await TokenAsync(who), cancel);

    private async Task<string> TokenAsync(TourPerson who)
    {
        if (!_tokens.TryGetValue(who, out var token))
        {
            var signedIn = await stage.CallAsync(HttpMethod.Post, "api/tokens", "", new { email = who.Email, password = who.Password }, cancel);
            _tokens[who] = token = signedIn.GetProperty("accessToken").GetString()!;
        }
        return token;
    }
}
