using System.Globalization;
using Centra.Recording;
using Centra.Storage;

namespace Centra.Reviews;

/// <summary>Keeps the list of reviewers. Relations stay out of it: they are compared by the grain, not browsed.</summary>
public sealed class ReviewerProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "reviewer/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var userId = recorded.Stream[StreamPrefix.Length..];
        var row = await context.FindAsync<ReviewerRow>(userId);
        if (row is null)
            context.Add(row = new ReviewerRow { UserId = userId });
        if (recorded.Read<ProfileSet>() is { } profile)
            (row.Institution, row.Expertise) = (profile.InstitutionId, string.Join(", ", profile.Expertise));
        else if (recorded.Read<AbsenceSet>() is { } absence)
            (row.AbsentFrom, row.AbsentTo, row.DeputyId) = (Text(absence.From), Text(absence.To), absence.DeputyId);
        else if (recorded.Type == nameof(AbsenceEnded))
            (row.AbsentFrom, row.AbsentTo, row.DeputyId) = (null, null, null);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
