using System.Security.Claims;

namespace Centra.Api.Http;

/// <summary>Who calls, from the authenticated principal; and the command id, from the Idempotency-Key.</summary>
internal sealed record Caller(Actor Actor, ClaimsPrincipal Principal)
{
    /// <summary>The claim that holds the practice of a key or of a practice's user.</summary>
    public const string PracticeClaim = "centra:practice";

    private const int LongestKey = 200;

    /// <summary>When they call.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The practice, or null for the society's staff.</summary>
    public string? PracticeId => Actor.PracticeId;

    /// <summary>Read by minimal APIs for a parameter of this type.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        var principal = context.User;
        var id = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        return ValueTask.FromResult(new Caller(new Actor(id, principal.FindFirstValue(PracticeClaim)), principal) { At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() });
    }

    /// <summary>The context of a command of this kind. The same key from the same caller for the same kind is the same command; without a key, each is a new one.</summary>
    public CommandContext Command(HttpRequest request, string kind, IdSource ids)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            throw new LongKeyException();
        return new CommandContext(key.Length == 0 ? ids.NewCommandId() : CommandId.From(Actor.Id, kind, key), Actor);
    }
}

/// <summary>The Idempotency-Key is longer than keys are. An exception, since commands are made in many places and none expects it.</summary>
internal sealed class LongKeyException() : BadHttpRequestException(RequestRefusal.IdempotencyKeyIsTooLong.Because().Detail);
