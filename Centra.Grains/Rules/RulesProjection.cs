using Centra.Recording;
using Centra.Storage;

namespace Centra.Rules;

/// <summary>Keeps the list of versions, without their documents.</summary>
public sealed class RulesProjection : IProjection
{
    /// <inheritdoc/>
    public string StreamPrefix => "rules/";

    /// <inheritdoc/>
    public Task ApplyAsync(ReadContext context, RecordedEvent recorded)
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
