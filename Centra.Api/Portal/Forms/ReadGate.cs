using Centra.Api.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Portal;

/// <summary>
/// Files of the interface for browsers: <c>GET /csv/alarms</c> is <c>GET /api/alarms</c> as CSV, and <c>GET /file/...</c> the same as it comes, of the
/// person whose cookie came along and by the same policies. What comes is saved, never shown, and nothing is changed by it.
/// </summary>
internal sealed class ReadGate(RequestDelegate next)
{
    /// <summary>Lists as CSV.</summary>
    public const string Csv = "/csv";

    /// <summary>Documents as they come.</summary>
    public const string File = "/file";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || Asked(http.Request.Path) is not { } asked)
        {
            await next(http);
            return;
        }
        var signedIn = await http.AuthenticateAsync(Schemes.Page);
        if (!signedIn.Succeeded)
        {
            await http.ChallengeAsync(Schemes.Page);
            return;
        }
        http.Features.Set(new ReadCall());
        (http.Request.Path, http.Request.Headers.Accept) = ($"/api{asked.Path}", asked.Accept);
        http.Response.OnStarting(() => Save(http.Response, asked.Path));
        await next(http);
    }

    private static (PathString Path, string Accept)? Asked(PathString path) =>
        path.StartsWithSegments(Csv, out var list) && list.HasValue ? (list, "text/csv")
        : path.StartsWithSegments(File, out var document) && document.HasValue ? (document, "*/*")
        : null;

    private static Task Save(HttpResponse response, PathString rest)
    {
        var kind = response.ContentType switch
        {
            { } type when type.StartsWith("text/csv", StringComparison.Ordinal) => "csv",
            { } type when type.Contains("ndjson", StringComparison.Ordinal) => "ndjson",
            _ => "json",
        };
        var name = string.Concat(rest.Value!.Split('/')[^1].Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'));
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ContentDisposition.Count == 0)
            response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename={name}.{kind}";
        return Task.CompletedTask;
    }
}

/// <summary>Marks a reading of the interface that comes with a page's cookie.</summary>
internal sealed class ReadCall;
