using Centra.Api.Http;
using Centra.Billing;
using Centra.People;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What people are called. A team is told its own names; who acted for the society is "the society" to it.</summary>
/// <param name="known">Names by id.</param>
/// <param name="society">What somebody of the society is called; null: by their name.</param>
public sealed class Actors(IReadOnlyDictionary<string, string> known, string? society)
{
    /// <summary>Nobody's.</summary>
    public static Actors None { get; } = new(new Dictionary<string, string>(), null);

    /// <summary>A person's name, or what stands for it.</summary>
    public string Of(string? userId) => userId switch
    {
        null or "" => "",
        PersonRules.Host => "the service",
        ProviderDesk.Actor => "the payment provider",
        _ => known.GetValueOrDefault(userId) ?? society ?? userId,
    };

    /// <summary>The name of somebody who acts for the institution: never taken for the society.</summary>
    public string OfInstitution(string userId) => society is not null && !known.ContainsKey(userId) ? "the institution" : Of(userId);

    /// <summary>Reads the names that a page of a request needs.</summary>
    internal static async Task<Actors> ReadAsync(ReadStore read, RequestView view, Visitor visitor, IEnumerable<string?> ids)
    {
        var team = view.Application?.Team ?? [];
        var asked = view.IsInside() ? ids.OfType<string>() : [];
        var found = await read.Database.ReadAsync(session => PeopleList.NamesAsync(session, asked.Concat(team.Select(member => member.UserId))));
        foreach (var member in team)
            found[member.UserId] = member.Name;
        found[visitor.UserId] = visitor.Name ?? "";
        return new Actors(found, view.IsInside() ? null : "the society");
    }

    /// <summary>Reads the names that a page of staff needs.</summary>
    internal static async Task<Actors> ReadAsync(ReadStore read, IEnumerable<string?> ids) =>
        new(await read.Database.ReadAsync(session => PeopleList.NamesAsync(session, ids.OfType<string>())), null);
}
