using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Cli.Server;

/// <summary>An answer of the service, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, byte[] Content, string? RegisterSequence)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public bool IsGood => (int)Status is >= 200 and < 300;

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsPassing => Status
        is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    /// <summary>The content as what the route promises.</summary>
    public T Read<T>() => TryRead<T>(Content) ?? throw NotUnderstood();

    /// <summary>The lines of an NDJSON answer.</summary>
    public IEnumerable<T> ReadLines<T>()
    {
        for (var (start, rest) = (0, Content.Length); start < rest;)
        {
            var end = Array.IndexOf(Content, (byte)'\n', start) is var found and >= 0 ? found : Content.Length;
            if (end > start)
                yield return TryRead<T>(Content.AsSpan(start..end)) ?? throw NotUnderstood();
            start = end + 1;
        }
    }

    private static T? TryRead<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Shape);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static CommandFailedException NotUnderstood() => new("The service answered something that this version of centra does not understand.");
}
