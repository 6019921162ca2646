using Centra.Recording;
using Centra.Storage;

namespace Centra.Datasets;

/// <summary>Keeps the catalogue, and what people ask and wish of it.</summary>
public sealed class DatasetProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "dataset/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var id = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<DatasetAdded>() is { } added)
            context.Add(Describe(new DatasetRow { DatasetId = id, Standing = nameof(DatasetStanding.NotRequestable) }, added.About));
        else if (recorded.Read<QuestionAsked>() is { } asked)
            context.Add(new DatasetQuestionRow { QuestionId = asked.QuestionId, DatasetId = id, Text = asked.Text, AskedBy = asked.By, AskedAt = asked.At.ToUnixTimeMilliseconds() });
        else if (recorded.Read<QuestionAnswered>() is { } answered)
            await AnswerAsync(context, answered);
        else if (recorded.Read<InterestRegistered>() is { } interest)
            context.Add(new DatasetInterestRow { DatasetId = id, UserId = interest.By, Note = interest.Note, RegisteredAt = interest.At.ToUnixTimeMilliseconds() });
        else
            Apply(await context.FindAsync<DatasetRow>(id) ?? throw new StreamBrokenException($"Dataset {id} has no row."), recorded);
    }

    private static void Apply(DatasetRow row, RecordedEvent recorded)
    {
        if (recorded.Read<DatasetDescribed>() is { } described)
            Describe(row, described.About);
        else if (recorded.Read<UseSet>() is { } use)
            (row.Standing, row.CommitteeId, row.OutsideAddress) = (use.Standing.ToString(), use.CommitteeId, use.OutsideAddress);
        else if (recorded.Read<VersionAdded>() is { } version)
            (row.CurrentVersion, row.Rows, row.UpdatedAt) = (version.Version.Number, version.Version.Rows, version.Version.AddedAt.ToUnixTimeMilliseconds());
        else if (recorded.Type == nameof(DatasetRetired))
            row.Standing = nameof(DatasetStanding.Retired);
    }

    private static DatasetRow Describe(DatasetRow row, DatasetDescription about)
    {
        (row.Title, row.Summary, row.Sensitivity, row.StewardId) = (about.Title, about.Summary, about.Sensitivity.ToString(), about.StewardId);
        (row.UseCodes, row.PriceLine, row.FromYear, row.ToYear) = (string.Join(' ', about.UseCodes), about.PriceLine, about.FromYear, about.ToYear);
        return row;
    }

    private static async Task AnswerAsync(ReadContext context, QuestionAnswered answered)
    {
        var row = await context.FindAsync<DatasetQuestionRow>(answered.QuestionId) ?? throw new StreamBrokenException($"Question {answered.QuestionId} has no row.");
        (row.Answer, row.AnsweredBy, row.AnsweredAt) = (answered.Text, answered.By, answered.At.ToUnixTimeMilliseconds());
    }
}
