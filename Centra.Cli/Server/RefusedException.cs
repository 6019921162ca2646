using System.Net;
using System.Text.Json;

namespace Centra.Cli.Server;

/// <summary>The service answered no. Holds the code of its problem document, and its sentence.</summary>
internal sealed class RefusedException(HttpStatusCode status, string? code, string sentence) : CommandFailedException(sentence)
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;

    /// <summary>Reads a problem document (RFC 9457), or makes a sentence of the status alone.</summary>
    public static RefusedException From(Answer answer)
    {
        var (code, detail) = Read(answer.Content);
        var sentence = (detail, code) switch
        {
            (not null, not null) => $"{detail} ({code})",
            (not null, null) => detail,
            _ => Plain(answer.Status),
        };
        return new RefusedException(answer.Status, code, sentence);
    }

    private static (string? Code, string? Detail) Read(byte[] content)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<ProblemDocument>(content, JsonSerializerOptions.Web);
            return (problem?.Code, problem?.Detail);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string Plain(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "The service does not take this key: it is wrong, revoked or expired.",
        HttpStatusCode.Forbidden => "This key may not do this: it lacks the scope.",
        HttpStatusCode.NotFound => "There is no such thing on the service; is this the address of a Centra service?",
        _ => $"The service answered with status {(int)status}.",
    };

    private sealed record ProblemDocument(string? Code, string? Detail);
}
