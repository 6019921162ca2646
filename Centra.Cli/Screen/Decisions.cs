using Centra.Cli.Input;
using Centra.Cli.Server;

namespace Centra.Cli.Screen;

/// <summary>What the service decided about the lines of a batch, one for one.</summary>
internal static class Decisions
{
    public const string Permitted = "permitted";
    public const string Suppressed = "suppressed";
    public const string Review = "review";
    private const string Rejected = "rejected";

    /// <summary>
    /// For each line null where it is permitted, else the code it is held with. A line without a clear answer lets nothing through.
    /// </summary>
    public static IReadOnlyList<string?> Of(LineBatch batch, Answer answer)
    {
        var decided = answer.ReadLines<Decision>().ToList();
        if (decided.Count != batch.Count)
            throw Unclear(batch);
        return [.. decided.Select((decision, index) => decision.Line == batch.AnsweredAs(index) ? CodeOf(decision, batch) : throw Unclear(batch))];
    }

    private static string? CodeOf(Decision decision, LineBatch batch) => decision.Made switch
    {
        Permitted => null,
        Suppressed or Review => decision.Made,
        Rejected => decision.Code ?? Rejected,
        _ => throw Unclear(batch),
    };

    private static CommandFailedException Unclear(LineBatch batch) =>
        new($"The service did not answer clearly about each of the lines {batch.NumberAt(0)} to {batch.NumberAt(batch.Count - 1)}.");

    private sealed record Decision(long Line, [property: System.Text.Json.Serialization.JsonPropertyName("decision")] string? Made, string? Code);
}
