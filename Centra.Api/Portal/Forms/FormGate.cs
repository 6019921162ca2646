using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Api.Http;
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
    internal const string Json = "application/json";

    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.Path.StartsWithSegments(Prefix, out var command)
            ? TakeAsync(http, command)
            : next(http);

    private async Task TakeAsync(HttpContext http, PathString command)
    {
        var signedIn = await http.AuthenticateAsync(Schemes.Page);
        if (!signedIn.Succeeded)
        {
            await (LostWords.AreOfThisSite(http.Request) ? LostWords.GiveBackAsync(http, command) : http.ChallengeAsync(Schemes.Page));
            return;
        }
        http.User = signedIn.Principal;
        await FormLimit.SetAsync(http);
        // Before the token is looked for: what is wrong with the form itself is then said as it is.
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            http.Response.Redirect("/old-form");
            return;
        }
        var call = new FormCall(command, form);
        http.Features.Set(call);
        await AnswerAsync(http, call);
    }

    private async Task AnswerAsync(HttpContext http, FormCall call)
    {
        var isScript = http.Request.Headers.Accept == Json;
        var (status, answer) = await BodyAsync(call) is { } body ? await SendAsync(http, call, body) : Unreadable(http);
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
            await FormPage.ShowAgainAsync(http, call, next);
        }
    }

    // Null for fields that no form has: nothing of them is passed on.
    private async Task<byte[]?> BodyAsync(FormCall call)
    {
        try
        {
            return call.Body(await zone.GetAsync(), token.Value.FormFieldName) ?? [];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static (int Status, byte[] Answer) Unreadable(HttpContext http)
    {
        var problem = Answers.ProblemOf(RequestRefusal.BodyIsUnreadable.Because());
        http.Response.StatusCode = problem.Status!.Value;
        return (problem.Status.Value, JsonSerializer.SerializeToUtf8Bytes(problem));
    }

    // The body that browsers send is gone from here on; what the command's route sees is what a program would have sent.
    private async Task<(int Status, byte[] Answer)> SendAsync(HttpContext http, FormCall call, byte[] body)
    {
        var request = http.Request;
        http.Features.Set<IFormFeature>(null);
        (request.Method, request.Path, request.QueryString) = (call.Method, $"{Api}{call.Path}", QueryString.Empty);
        (request.Body, request.ContentLength, request.ContentType) = (new MemoryStream(body), body.Length, body.Length == 0 ? null : Json);
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
