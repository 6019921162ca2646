using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Centra.Reviews;
using Centra.Rules;
using Orleans;

namespace Centra.Requests;

/// <summary>The rules as data that hold for a request: the pinned versions after submission, before it the ones in force. A version never changes, so what was read is kept.</summary>
public sealed class RuleFactSource(IGrainFactory grains)
{
    private readonly ConcurrentDictionary<(string Kind, int Number), object> _known = new();
    private readonly ConditionalWeakTable<CalendarRules, WorkingCalendar> _calendars = [];

    /// <summary>All of them; null where one cannot be had.</summary>
    public async Task<RuleFacts?> OfAsync(RequestState state)
    {
        var pinned = state.Pinned;
        // All are asked before the first answer is waited for.
        var (asksForm, asksPolicy, asksCommittee) = (ReadAsync<FormRules>(pinned?.Form), ReadAsync<PolicyRules>(pinned?.Policy), ReadAsync<CommitteeRules>(pinned?.Committee));
        var (asksCriteria, asksPrices, asksTemplate) = (ReadAsync<CriteriaRules>(pinned?.Criteria), ReadAsync<PriceBook>(pinned?.Prices), ReadAsync<AgreementTemplate>(pinned?.Template));
        var (asksLevels, asksCalendar) = (ReadAsync<ServiceLevels>(null), ReadAsync<CalendarRules>(null));
        var (form, policy, committee) = (await asksForm, await asksPolicy, await asksCommittee);
        var (criteria, prices, template) = (await asksCriteria, await asksPrices, await asksTemplate);
        var (levels, calendar) = (await asksLevels, await asksCalendar);
        if (form is null || policy is null || committee is null || criteria is null || prices is null || template is null || levels is null || calendar is null)
            return null;
        var versions = pinned ?? new PinnedRules(CommitteeView.First, form.Number, policy.Number, committee.Number, criteria.Number, prices.Number, template.Number);
        return new RuleFacts(versions, form.Content, policy.Content, committee.Content, criteria.Content, prices.Content, template.Content, levels.Content, _calendars.GetValue(calendar.Content, rules => new WorkingCalendar(rules)));
    }

    /// <summary>One document in the version that a request is pinned to, or in the one in force; null where it cannot be had.</summary>
    public async Task<T?> OneAsync<T>(int? pinned)
        where T : class, IRulesContent<T> => (await ReadAsync<T>(pinned))?.Content;

    private async Task<Read<T>?> ReadAsync<T>(int? pinned)
        where T : class, IRulesContent<T>
    {
        if (pinned is { } known && _known.TryGetValue((T.Kind, known), out var kept))
            return (Read<T>)kept;
        var grain = grains.GetGrain<IRulesGrain>($"rules/{T.Kind}");
        var version = pinned is { } number ? await grain.Version(number) : await grain.Current();
        return version.IsRefused ? null : (Read<T>)_known.GetOrAdd((T.Kind, version.Value.Number), static (_, read) => new Read<T>(read.Number, RulesReader.Read<T>(read)), version.Value);
    }

    private sealed record Read<T>(int Number, T Content);
}
