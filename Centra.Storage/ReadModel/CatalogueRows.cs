using Microsoft.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>A version of rules in lists, without its document. Times are Unix milliseconds.</summary>
public sealed class RulesVersionRow
{
    /// <summary>Which rules.</summary>
    public required string Kind { get; init; }

    /// <summary>Which version.</summary>
    public long Number { get; init; }

    /// <summary>Its SHA-256.</summary>
    public required string Sha256 { get; init; }

    /// <summary>From when on it counts.</summary>
    public long EffectiveFrom { get; init; }

    /// <summary>When it was published.</summary>
    public long PublishedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }
}

/// <summary>A dataset in the catalogue. Times are Unix milliseconds.</summary>
public sealed class DatasetRow
{
    /// <summary>The dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>One or two sentences.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>Name of its sensitivity.</summary>
    public string Sensitivity { get; set; } = "";

    /// <summary>Data use codes (DUO), blanks between them.</summary>
    public string UseCodes { get; set; } = "";

    /// <summary>Its line of the price book.</summary>
    public string PriceLine { get; set; } = "";

    /// <summary>First year covered.</summary>
    public long? FromYear { get; set; }

    /// <summary>Last year covered.</summary>
    public long? ToYear { get; set; }

    /// <summary>Who answers for it.</summary>
    public string? StewardId { get; set; }

    /// <summary>Who decides about requests for it.</summary>
    public string? CommitteeId { get; set; }

    /// <summary>Where it is asked for instead.</summary>
    public string? OutsideAddress { get; set; }

    /// <summary>Number of the version that is given out; 0: none yet.</summary>
    public long CurrentVersion { get; set; }

    /// <summary>Rows of that version.</summary>
    public long? Rows { get; set; }

    /// <summary>When that version came.</summary>
    public long? UpdatedAt { get; set; }
}

/// <summary>A question about a dataset. Times are Unix milliseconds.</summary>
public sealed class DatasetQuestionRow
{
    /// <summary>The question.</summary>
    public required string QuestionId { get; init; }

    /// <summary>About which dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>By whom.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When.</summary>
    public long AskedAt { get; init; }

    /// <summary>What the steward says.</summary>
    public string? Answer { get; set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>When.</summary>
    public long? AnsweredAt { get; set; }
}

/// <summary>Somebody who wants to hear when a dataset comes. Times are Unix milliseconds.</summary>
public sealed class DatasetInterestRow
{
    /// <summary>Which dataset.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>What for.</summary>
    public required string Note { get; init; }

    /// <summary>When.</summary>
    public long RegisteredAt { get; init; }
}

/// <summary>Tables of rules and datasets.</summary>
internal static class CatalogueRows
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RulesVersionRow>().ToTable("rules_version").HasKey(row => new { row.Kind, row.Number });
        model.Entity<DatasetRow>().ToTable("dataset").HasKey(row => row.DatasetId);
        model.Entity<DatasetQuestionRow>().ToTable("dataset_question").HasKey(row => row.QuestionId);
        model.Entity<DatasetInterestRow>().ToTable("dataset_interest").HasKey(row => new { row.DatasetId, row.UserId });
    }
}
