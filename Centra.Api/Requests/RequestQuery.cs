using System.Text.Json.Serialization;
using Centra.Api.Http;

namespace Centra.Api.Requests;

/// <summary>What is asked of the list.</summary>
/// <param name="Stage">A stage.</param>
/// <param name="Ball">Who has to act.</param>
/// <param name="Part">The caller's part: PrincipalInvestigator, Delegate, Member, Reviewer.</param>
/// <param name="Q">Words of title, investigator or id, in any order; the last one may be a beginning.</param>
/// <param name="Dataset">A dataset.</param>
/// <param name="Institution">An institution.</param>
/// <param name="Sort">-stageSince (newest first, the usual) or stageSince.</param>
/// <param name="After">The cursor.</param>
/// <param name="Limit">Items on a page.</param>
/// <param name="Mine">What it is to the caller: applied, review (a reviewer's seat), manage (took a manager's step in it), waiting (the next step is theirs).</param>
public sealed record RequestQuery(string? Stage, string? Ball, string? Part, string? Q, string? Dataset, string? Institution, string? Sort, string? After, int? Limit, string? Mine = null);

/// <summary>A request in a list.</summary>
public sealed record RequestItem(
    string RequestId, [property: JsonConverter(typeof(ViewName))] string Kind, string Title, [property: JsonConverter(typeof(ViewName))] string Stage, DateTimeOffset StageSince, string Ball, DateTimeOffset? SubmittedAt, string InstitutionId, string Investigator,
    string? Ballot, string? Paused, long OpenQuestions, DateTimeOffset? DueAt, DateTimeOffset? EndsAt);
