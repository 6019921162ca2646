using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Api.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Centra.Api.Portal;

/// <summary>
/// Takes forms of pages to the interface: <c>POST /do/requests/ID/pause</c> from a browser becomes the command <c>POST /api/requests/ID/pause</c>
/// of the person whose cookie came along, so that a page can do nothing that a program could not, by the same policies, rules and keys. What was
/// taken leads on to the next page; what was refused shows the form's page again, with the reason and with what was typed.
/// </summary>
internal sealed class FormGate(RequestDelegate next, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> token, SocietyZone zone)
{
    /// <summary>Where forms are posted to.</summary>
    public const string Prefix = "/do";

    private const string Api = "/api";

    // What the portal's script asks for: the command's own answer, in place of a page.
    private const string Json = "application/json";

    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.Path.StartsWithSegments(Prefix, out var command)
            ? TakeAsync(http, command)
            : next(http);

    private async Task TakeAsync(HttpContext http, PathString command)
    {
        var signedIn = await http.AuthenticateAsync(Schemes.Page);
        if (!signedIn.Succeeded)
        {
            await http.ChallengeAsync(Schemes.Page);
            return;
        }
        http.User = signedIn.Principal;
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            http.Response.Redirect("/old-form");
            return;
        }
        var call = new FormCall(command, await http.Request.ReadFormAsync());
        http.Features.Set(call);
        await AnswerAsync(http, call);
    }

    private async Task AnswerAsync(HttpContext http, FormCall call)
    {
        var isScript = http.Request.Headers.Accept == Json;
        var (status, answer) = await SendAsync(http, call);
        if (isScript)
            await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        else if (status is >= 200 and < 300)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = call.After(answer);
        }
        else if (status >= 400)
        {
            call.Refused = Read(status, answer);
            await ShowAgainAsync(http, call);
        }
    }

    // The body that browsers send is gone from here on; what the command's route sees is what a program would have sent.
    private async Task<(int Status, byte[] Answer)> SendAsync(HttpContext http, FormCall call)
    {
        var request = http.Request;
        var body = call.Body(await zone.GetAsync(), token.Value.FormFieldName);
        http.Features.Set<IFormFeature>(null);
        (request.Method, request.Path, request.QueryString) = (call.Method, $"{Api}{call.Path}", QueryString.Empty);
        (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(body ?? []), body?.Length ?? 0, body is null ? null : Json);
        request.Headers.Accept = Json;
        request.Headers["Idempotency-Key"] = call.Key;
        var (real, kept) = (http.Response.Body, new MemoryStream());
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = real;
        }
        return (http.Response.StatusCode, kept.ToArray());
    }

    private async Task ShowAgainAsync(HttpContext http, FormCall call)
    {
        http.Response.Clear();
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        var address = call.Back.Split('#')[0].Split('?', 2);
        (http.Request.Method, http.Request.Path) = (HttpMethods.Get, address[0]);
        http.Request.QueryString = address is [_, var query] ? new QueryString($"?{query}") : QueryString.Empty;
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (Stream.Null, null, null);
        http.Request.Headers.Accept = "text/html";
        http.Response.OnStarting(() => SayRefused(http.Response, call.Refused!));
        await next(http);
    }

    // Only when the page is there: a route with filters runs nothing for an answer that is a failure already.
    private static Task SayRefused(HttpResponse response, Refused refused)
    {
        if (response.StatusCode == StatusCodes.Status200OK)
            response.StatusCode = refused.Status;
        return Task.CompletedTask;
    }

    private static Refused Read(int status, byte[] answer)
    {
        try
        {
            if (JsonNode.Parse(answer) is JsonObject problem)
                return new Refused(status, problem["code"]?.ToString() ?? "", problem["detail"]?.ToString() ?? "");
        }
        catch (JsonException)
        {
            // An answer without a body says what its status says.
        }
        return new Refused(status, "Refused", "This was not taken.");
    }
}
