using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>One thing that somebody does in the life of a request.</summary>
/// <param name="Kind">Which row of the command table it is.</param>
/// <param name="Leaves">The event that tells in the trail that it was taken, where no command id does; null: the command id does.</param>
internal abstract record LifeStep(RequestCommandKind Kind, string? Leaves = null)
{
    /// <summary>What the service sends by itself in the same step; None: nothing.</summary>
    public RequestCommandKind Also { get; init; }

    /// <summary>Whether its repeat is known to be one, by its key or by what it says.</summary>
    public virtual bool HasKey => true;

    /// <summary>Makes ready what is sent, once: a repeat sends the same.</summary>
    public virtual Task<object?> ReadyAsync(LifeScene scene) => Task.FromResult<object?>(null);

    /// <summary>Sends it.</summary>
    public abstract Task<LifeAnswer> SendAsync(LifeScene scene, object? ready, string key);

    /// <summary>The id under which the request knows the command; null: it is not the caller's to choose.</summary>
    public virtual CommandId? IdOf(LifeScene scene, string key) => null;
}

/// <summary>What came back.</summary>
/// <param name="IsTaken">Whether it was a success.</param>
/// <param name="Text">The body, with the status where it was none.</param>
internal sealed record LifeAnswer(bool IsTaken, string Text)
{
    /// <summary>Expects a success.</summary>
    public void ShouldBeTaken(LifeStep step) => IsTaken.ShouldBeTrue($"{step}: {Text}");

    /// <summary>Reads an answer.</summary>
    public static async Task<LifeAnswer> OfAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        return new LifeAnswer(answer.IsSuccessStatusCode, answer.IsSuccessStatusCode ? text : $"{(int)answer.StatusCode} {text}");
    }
}

/// <summary>Where a life is played.</summary>
/// <param name="cast">Everybody.</param>
internal sealed class LifeScene(RequestCast cast)
{
    private readonly List<string> _ids = [];

    /// <summary>Everybody, at the service as it runs now.</summary>
    public RequestCast Cast { get; set; } = cast;

    /// <summary>The service.</summary>
    public ServiceApp App => Cast.App;

    /// <summary>The requests of this life, the one that is spoken of last.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The request that is spoken of; empty before the first.</summary>
    public string Id => _ids.LastOrDefault("");

    /// <summary>The document that was uploaded last.</summary>
    public string Document { get; set; } = "";

    /// <summary>Reads and uploads for the request that is spoken of.</summary>
    public RequestStory Story => new(Cast, Id);

    /// <summary>A request has begun; from now on that one is spoken of.</summary>
    public void Enter(string id)
    {
        if (!_ids.Contains(id))
            _ids.Add(id);
    }
}
