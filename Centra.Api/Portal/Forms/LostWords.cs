namespace Centra.Api.Portal;

/// <summary>What somebody wrote and sent when their session had ended: it is shown to them, to be sent again.</summary>
internal static class LostWords
{
    /// <summary>Whether a page of this site sent it. One of another site must not make this one say its words.</summary>
    public static bool AreOfThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin" && request.Headers.Accept != FormGate.Json;

    /// <summary>Shows them.</summary>
    public static async Task GiveBackAsync(HttpContext http, PathString command)
    {
        await FormLimit.SetAsync(http);
        var call = new FormCall(command, await http.Request.ReadFormAsync(http.RequestAborted));
        http.Response.Headers.CacheControl = "no-store";
        await Results.Extensions.Page<SignedOut>(new { Visitor = await Visitor.BindAsync(http), call.Written, call.Back }, StatusCodes.Status401Unauthorized).ExecuteAsync(http);
    }
}
