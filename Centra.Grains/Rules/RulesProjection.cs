using Centra.Recording;
using Centra.Storage;

namespace Centra.Rules;

/// <summary>Keeps the list of versions, without their documents.</summary>
public sealed class RulesProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "rules/";

    /// <inheritdoc/>
    protected override Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        if (recorded.Read<RulesPublished>() is { } published)
            context.Add(new RulesVersionRow
            {
                Kind = recorded.Stream[StreamPrefix.Length..],
                Number = published.Number,
                Sha256 = published.Sha256,
                EffectiveFrom = published.EffectiveFrom.ToUnixTimeMilliseconds(),
                PublishedAt = published.At.ToUnixTimeMilliseconds(),
                PublishedBy = published.By,
                Note = published.Note,
            });
        return Task.CompletedTask;
    }
}
