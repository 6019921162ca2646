namespace Centra.Api.Ingest;

/// <summary>Limits of the HTTP interface.</summary>
public enum LimitRefusal
{
    /// <summary>The body is larger than the route takes.</summary>
    [Refuses(RefusalKind.TooLarge, "The body is larger than this route takes.")]
    BodyIsTooLarge = 1,
}
