using Centra.Api.People;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>For whoever has forgotten their password. What is answered does not tell whether an address has an account.</summary>
internal static class ForgottenPages
{
    public static void MapForgottenPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(call);
        });
        pages.MapGet("/forgotten-password", (Visitor visitor) => Results.Extensions.Page<ForgottenPassword>(new { Visitor = visitor }));
        pages.MapPost("/forgotten-password", Ask);
        pages.MapGet("/new-password", async (string? link, Visitor visitor, PasswordLinks links) =>
            Form(visitor, link ?? "", await links.OwnerAsync(link ?? "") is null ? AccountRefusal.LinkIsSpent.Because() : null));
        pages.MapPost("/new-password", ChooseAsync);
    }

    private static IResult Ask([FromForm] string? email, Visitor visitor, HttpContext http, LetterDesk desk)
    {
        var isTaken = desk.Take(email ?? "", http.Connection.RemoteIpAddress?.ToString() ?? "");
        return Results.Extensions.Page<ForgottenPassword>(new { Visitor = visitor, IsAsked = isTaken, IsTooMany = !isTaken }, isTaken ? null : StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> ChooseAsync([FromForm] string? link, [FromForm] string? chosen, [FromForm] string? repeated, Visitor visitor, PasswordLinks links)
    {
        var refusal = chosen == repeated ? await links.ChooseAsync(link ?? "", chosen ?? "") : AccountRefusal.PasswordsDiffer.Because();
        return refusal is null
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Your password is changed", Text = "Sign in with the new one. All other sessions of yours have ended." })
            : Form(visitor, link ?? "", refusal);
    }

    private static IResult Form(Visitor visitor, string link, Refusal? refusal) => Results.Extensions.Page<NewPassword>(
        new { Visitor = visitor, Link = link, Refusal = refusal, IsSpent = refusal?.Code == nameof(AccountRefusal.LinkIsSpent) }, refusal.Status());
}
