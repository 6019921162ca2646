using Centra.Api.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>People who may be asked to evaluate, a page of them, with what speaks against it.</summary>
/// <param name="Rows">The people by name.</param>
/// <param name="Next">From whom the next page goes on; null at the end.</param>
public sealed record Candidates(IReadOnlyList<Candidate> Rows, string? Next)
{
    private const int Most = 50;

    /// <summary>A page for one request, or for none in particular.</summary>
    internal static async Task<Candidates> OfAsync(string? id, string? after, Visitor visitor, Reading reading)
    {
        var (people, load, profiles) = await reading.Read.Database.ReadAsync(async session =>
        {
            var found = await PeopleList.PageAsync(session, new PeopleFilter("Active", null, Roles.Reviewer, false), "name", after ?? "", Most);
            return (found, (await ReviewerList.LoadAsync(session)).ToDictionary(one => one.UserId, one => one.Requests), (await ReviewerList.OfAsync(session, found.Select(one => one.UserId))).ToDictionary(one => one.UserId));
        });
        var obstacles = id is null ? [] : await ObstaclesAsync(id, people, visitor, reading);
        var names = await Names.OfAsync(reading.Read, profiles.Values.Select(one => one.DeputyId).OfType<string>(), profiles.Values.Select(one => one.InstitutionId).OfType<string>());
        return new Candidates(
            [.. people.Select(one => Row(one, profiles.GetValueOrDefault(one.UserId), load.GetValueOrDefault(one.UserId), obstacles.GetValueOrDefault(one.UserId), names))],
            people.Count == Most ? people[^1].UserId : null);
    }

    private static async Task<Dictionary<string, string?>> ObstaclesAsync(string id, List<ListedPerson> people, Visitor visitor, Reading reading)
    {
        var asked = await RequestRoutes.Grain(reading.Grains, id).Candidates(visitor.UserId, [.. people.Select(one => one.UserId)]);
        return asked.IsRefused ? [] : asked.Value.ToDictionary(one => one.UserId, one => one.Why);
    }

    private static Candidate Row(ListedPerson person, ReviewerLine? profile, long load, string? why, Names names) => new(
        person.UserId, person.DisplayName, names.Institution(profile?.InstitutionId), profile?.Expertise ?? "", load, Absence(profile, names), why);

    private static string Absence(ReviewerLine? profile, Names names) => profile switch
    {
        { AbsentFrom: { } from, AbsentTo: { } to, DeputyId: { } deputy } => $"{from} to {to}; {names.Person(deputy)} stands in",
        { AbsentFrom: { } from, AbsentTo: { } to } => $"{from} to {to}",
        _ => "",
    };
}

/// <summary>Somebody who may be asked to evaluate.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Institution">Where they belong.</param>
/// <param name="Expertise">What they know.</param>
/// <param name="Load">Requests before them now.</param>
/// <param name="Absence">When they are away.</param>
/// <param name="Obstacle">Why they cannot evaluate this request; null: nothing is known.</param>
public sealed record Candidate(string UserId, string Name, string Institution, string Expertise, long Load, string Absence, string? Obstacle)
{
    /// <summary>Only who.</summary>
    public override string ToString() => UserId;
}
