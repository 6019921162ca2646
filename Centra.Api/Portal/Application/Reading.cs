using System.Collections.Immutable;
using System.Text.Json;
using Centra.Requests;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What pages of a request read beside its view: the rules that it is pinned to, names, what was handed in.</summary>
internal sealed record Reading(IGrainFactory Grains, RuleFactSource Rules, ReadStore Read)
{
    /// <summary>So many institutions are offered at once; of more, some are looked for.</summary>
    public const int MostInstitutions = 100;

    private const int MostEvents = 500;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    /// <summary>Read by minimal APIs for a parameter of this type.</summary>
    public static ValueTask<Reading> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return ValueTask.FromResult(new Reading(services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<RuleFactSource>(), services.GetRequiredService<ReadStore>()));
    }

    /// <summary>Names of everybody and every institution in the application and the review.</summary>
    public Task<Names> NamesAsync(RequestView view, params IEnumerable<string> more)
    {
        var people = (view.Application?.CoAuthors ?? []).Concat(view.Application?.Team.Select(member => member.UserId) ?? []).Concat(view.Review?.Reviewers.Select(seat => seat.UserId) ?? [])
            .Concat(view.Review?.Evaluations.Select(one => one.ReviewerId) ?? []).Concat(view.Questions.Select(question => question.AskedBy).OfType<string>());
        if (view.Review?.Decision?.By is { } by)
            people = people.Append(by);
        return Names.OfAsync(Read, people.Concat(more), view.Application?.Team.Select(member => member.InstitutionId) ?? []);
    }

    /// <summary>Institutions to choose from: those with these words, or the first ones.</summary>
    public async Task<IReadOnlyList<(string Ror, string Name)>> InstitutionsAsync(string? words) =>
        await Read.Database.ReadAsync(session => InstitutionList.FindAsync(session, words ?? "", MostInstitutions));

    /// <summary>Sections that were changed after the application was handed in, as they were then. Nothing for a draft, and for whoever may not read the application.</summary>
    public async Task<ImmutableDictionary<string, string>> SubmittedAsync(RequestView view)
    {
        var former = ImmutableDictionary<string, string>.Empty;
        if (view.Application is null || view.Pinned is null || !view.Questions.Any(question => question.Sections.Length > 0))
            return former;
        var stream = $"request/{view.RequestId}";
        var submitted = (await EventsAsync(stream, nameof(RequestSubmitted))).FirstOrDefault();
        if (submitted is null)
            return former;
        var edits = await EventsAsync(stream, nameof(SectionEdited));
        var later = edits.Where(edit => edit.Position > submitted.Position).Select(edit => Of<SectionEdited>(edit).Section).ToHashSet();
        if (later.Count == 0)
            return former;
        var begun = (await EventsAsync(stream, nameof(DraftCreated))).Select(Of<DraftCreated>).FirstOrDefault()?.CopyOf?.Sections;
        foreach (var section in later)
            former = former.Add(section, begun?.GetValueOrDefault(section)?.Text ?? "");
        return edits.Where(edit => edit.Position < submitted.Position).Select(Of<SectionEdited>).Where(edit => later.Contains(edit.Section))
            .Aggregate(former, (texts, edit) => texts.SetItem(edit.Section, edit.Text));
    }

    private Task<List<EventRow>> EventsAsync(string stream, string type) => Read.Database.ReadAsync(session => EventList.OfTypeAsync(session, stream, type, MostEvents));

    private static T Of<T>(EventRow row) => JsonSerializer.Deserialize<T>(row.Payload, Json)!;
}
