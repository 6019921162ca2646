using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.People;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.Portal;

/// <summary>
/// Forms that name people by the e-mail address of their account, since nobody knows ids. Everybody who is not there for whatever reason is answered
/// alike, so that standings of accounts cannot be asked about here.
/// </summary>
internal static class TeamForms
{
    private const int MostAddresses = 50;

    public static async Task<IResult> JoinAsync(string id, [FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var typed = new TypedPerson(form["email"].ToString(), form["name"].ToString(), form["institutionId"].ToString(), form["part"].ToString(), null);
        var person = await FindAsync(reading.Read, typed.Email);
        var joined = person is null ? NotFound(typed.Email) : await SendAsync(id, new AddTeamMember(
            person.UserId, typed.Name, typed.InstitutionId, Enum.TryParse<TeamPart>(typed.Part, out var part) ? part : TeamPart.None), caller, request, reading, ids);
        return joined is null ? Back(id) : await ApplicationPages.PeopleAsync(id, visitor, reading, null, typed with { Refusal = joined });
    }

    public static async Task<IResult> DeclareAsync(string id, [FromForm] IFormCollection form, Visitor visitor, Caller caller, HttpRequest request, Reading reading, IdSource ids)
    {
        var typed = new TypedPerson("", "", "", "", null) { CoAuthors = form["coAuthors"].ToString(), Funders = form["funders"].ToString(), Category = form["category"].ToString() };
        var found = new List<string>();
        foreach (var email in Lines(typed.CoAuthors).Take(MostAddresses))
        {
            if (await FindAsync(reading.Read, email) is not { } person)
                return await ApplicationPages.PeopleAsync(id, visitor, reading, null, typed with { Refusal = NotFound(email) });
            found.Add(person.UserId);
        }
        found.AddRange(form["known"].OfType<string>());
        var refusal = await SendAsync(id, new DeclareInterests([.. found.Distinct()], [.. Lines(typed.Funders)], typed.Category!), caller, request, reading, ids);
        return refusal is null ? Back(id) : await ApplicationPages.PeopleAsync(id, visitor, reading, null, typed with { Refusal = refusal });
    }

    /// <summary>Somebody with an account in use, by its e-mail address.</summary>
    public static async Task<ListedPerson?> FindAsync(ReadStore read, string email) =>
        email.Length is > 0 and <= 254 && await read.Database.ReadAsync(session => PeopleList.ByEmailAsync(session, email)) is { } person && person.Standing == nameof(PersonStanding.Active) ? person : null;

    /// <summary>That there is nobody to be named by it.</summary>
    public static Refusal NotFound(string email) => DataRequestRefusal.UserIsUnknown.Because($"Nobody can be named by the address {(email.Length > 100 ? email[..100] : email)}. They need an account of their own first.");

    private static async Task<Refusal?> SendAsync(string id, RequestCommand command, Caller caller, HttpRequest request, Reading reading, IdSource ids) =>
        (await RequestRoutes.Grain(reading.Grains, id).Handle(caller.Command(request, $"page-team-{id}", ids), command)).Refusal;

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IResult Back(string id) => Results.LocalRedirect($"~/requests/{Uri.EscapeDataString(id)}/application/people?done=saved");
}

/// <summary>What was typed into the forms of people, when it was not taken.</summary>
public sealed record TypedPerson(string Email, string Name, string InstitutionId, string Part, Refusal? Refusal)
{
    /// <summary>E-mail addresses of co-authors; null: another form.</summary>
    public string? CoAuthors { get; init; }

    /// <summary>Funders.</summary>
    public string? Funders { get; init; }

    /// <summary>Requester category.</summary>
    public string? Category { get; init; }

    /// <summary>Nobody.</summary>
    public override string ToString() => nameof(TypedPerson);
}
