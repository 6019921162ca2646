using Microsoft.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>An institution in lists. Times are Unix milliseconds.</summary>
public sealed class InstitutionRow
{
    /// <summary>Its ROR id.</summary>
    public required string Ror { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Where it is.</summary>
    public required string Country { get; set; }

    /// <summary>When it was listed.</summary>
    public long ListedAt { get; init; }
}

/// <summary>Somebody who signs for an institution. Times are Unix milliseconds.</summary>
public sealed class SigningOfficialRow
{
    /// <summary>The institution.</summary>
    public required string Ror { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>By whom this was last verified.</summary>
    public required string VerifiedBy { get; set; }

    /// <summary>When.</summary>
    public long VerifiedAt { get; set; }

    /// <summary>Until when that holds.</summary>
    public long VerifiedUntil { get; set; }
}

/// <summary>A reviewer in lists.</summary>
public sealed class ReviewerRow
{
    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>ROR id of where they belong.</summary>
    public string? Institution { get; set; }

    /// <summary>What they know.</summary>
    public string Expertise { get; set; } = "";

    /// <summary>First day of an absence, yyyy-MM-dd.</summary>
    public string? AbsentFrom { get; set; }

    /// <summary>Its last day.</summary>
    public string? AbsentTo { get; set; }

    /// <summary>Who stands in.</summary>
    public string? DeputyId { get; set; }
}

/// <summary>A committee in lists. Times are Unix milliseconds.</summary>
public sealed class CommitteeRow
{
    /// <summary>Which.</summary>
    public required string CommitteeId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who decides.</summary>
    public string? ChairId { get; set; }

    /// <summary>When it began.</summary>
    public long FoundedAt { get; init; }
}

/// <summary>Somebody's part in a committee.</summary>
public sealed class CommitteeMemberRow
{
    /// <summary>Which committee.</summary>
    public required string CommitteeId { get; init; }

    /// <summary>Who.</summary>
    public required string UserId { get; init; }

    /// <summary>chair, deputy or member.</summary>
    public required string Part { get; init; }
}

/// <summary>Tables of institutions, reviewers and committees.</summary>
internal static class CommitteeRows
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<InstitutionRow>().ToTable("institution").HasKey(row => row.Ror);
        model.Entity<SigningOfficialRow>().ToTable("signing_official").HasKey(row => new { row.Ror, row.UserId });
        model.Entity<ReviewerRow>().ToTable("reviewer").HasKey(row => row.UserId);
        model.Entity<CommitteeRow>().ToTable("committee").HasKey(row => row.CommitteeId);
        model.Entity<CommitteeMemberRow>().ToTable("committee_member").HasKey(row => new { row.CommitteeId, row.UserId });
    }
}
