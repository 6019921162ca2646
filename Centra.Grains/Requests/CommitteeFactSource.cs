using System.Collections.Immutable;
using Centra.People;
using Centra.Reviews;
using Orleans;

namespace Centra.Requests;

/// <summary>What the rules need to know of committees and reviewers.</summary>
public sealed class CommitteeFactSource(IGrainFactory grains)
{
    /// <summary>The request's committee; null before one is pinned.</summary>
    public async Task<CommitteeFacts?> OfAsync(RequestState state, RuleFacts? rules, DateTimeOffset now)
    {
        if (state.Pinned is null || (await grains.GetGrain<ICommitteeGrain>($"committee/{state.Pinned.CommitteeId}").View()).Value is not { } committee)
            return null;
        var isAbsent = committee.ChairId is { } chair && rules is not null && await ProfileAsync(chair) is { } profile && profile.IsAbsent(rules.Calendar.DayOf(now));
        return new CommitteeFacts(committee.CommitteeId, committee.ChairId, committee.DeputyIds, isAbsent);
    }

    /// <summary>Reviewers by their ids; who is unknown is missing.</summary>
    public async Task<ImmutableDictionary<string, ReviewerFacts>> ReviewersAsync(ImmutableArray<string> reviewers, RuleFacts? rules, DateTimeOffset now)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ReviewerFacts>();
        foreach (var id in reviewers.Where(id => !string.IsNullOrEmpty(id)).Distinct())
        {
            if ((await grains.GetGrain<IPersonGrain>($"person/{id}").View()).Value is not { Standing: PersonStanding.Active } person)
                continue;
            var profile = await ProfileAsync(id);
            found[id] = new ReviewerFacts(
                id, person.Roles.Contains(Roles.Reviewer), profile?.InstitutionId, profile?.RelatedUsers ?? [], profile?.RelatedInstitutions ?? [], profile?.RelatedFunders ?? [],
                rules is not null && (profile?.IsAbsent(rules.Calendar.DayOf(now)) ?? false));
        }
        return found.ToImmutable();
    }

    private async Task<ReviewerView?> ProfileAsync(string userId) => (await grains.GetGrain<IReviewerGrain>($"reviewer/{userId}").View()).Value;
}
