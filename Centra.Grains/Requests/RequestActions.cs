using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>What somebody may do now, by the same rules that decide it, and by what agreement, ledger and release have done already. Pure.</summary>
internal static class RequestActions
{
    public static ImmutableArray<ActionView> Of(RequestState state, RequestParts parts, RequestFacts facts) =>
        [.. CommandTable.Rows.Where(row => (row.Value.Parts & parts) != 0 && row.Value.Stages.Contains(state.Stage)).OrderBy(row => row.Key).Select(row => Action(state, row.Key, parts, facts))];

    private static ActionView Action(RequestState state, RequestCommandKind kind, RequestParts parts, RequestFacts facts)
    {
        var refusal = RequestRules.Permit(state, kind, parts, facts) ?? (kind is RequestCommandKind.Submit ? SubmitRules.Missing(state, facts).FirstOrDefault() : null)
            ?? LeafObstacles.Of(kind, facts);
        return new ActionView(kind, refusal is null, refusal?.Code, refusal?.Detail);
    }
}
