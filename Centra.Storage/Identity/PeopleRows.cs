using Microsoft.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>A person in lists. Times are Unix milliseconds.</summary>
public sealed class PersonRow
{
    /// <summary>The person.</summary>
    public required string UserId { get; init; }

    /// <summary>Name of their standing.</summary>
    public required string Standing { get; set; }

    /// <summary>The practice they act for.</summary>
    public string? PracticeId { get; init; }

    /// <summary>Approved roles, each between blanks.</summary>
    public string Roles { get; set; } = Words.None;

    /// <summary>Roles that wait for a second operator, each between blanks.</summary>
    public string Proposed { get; set; } = Words.None;

    /// <summary>Who employs them.</summary>
    public string? Employer { get; set; }

    /// <summary>When they were last trained, yyyy-MM-dd.</summary>
    public string? TrainedOn { get; set; }

    /// <summary>1 for whoever is, or ever was, an operator.</summary>
    public long WasOperator { get; set; }

    /// <summary>When they were admitted.</summary>
    public long AdmittedAt { get; init; }
}

/// <summary>That a person holds a role: what <see cref="PersonRow.Roles"/> says, found by the role.</summary>
public sealed class PersonRoleRow
{
    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>Who holds it.</summary>
    public required string UserId { get; init; }
}

/// <summary>A grant for looking in lists. Times are Unix milliseconds.</summary>
public sealed class LookGrantRow
{
    /// <summary>The holder.</summary>
    public required string UserId { get; init; }

    /// <summary>Purposes, blanks between.</summary>
    public string Purposes { get; set; } = "";

    /// <summary>When it ends.</summary>
    public long Until { get; set; }

    /// <summary>Who gave it.</summary>
    public string GivenBy { get; set; } = "";

    /// <summary>When.</summary>
    public long GivenAt { get; set; }

    /// <summary>Who last confirmed it.</summary>
    public string CertifiedBy { get; set; } = "";

    /// <summary>When.</summary>
    public long CertifiedAt { get; set; }

    /// <summary>When it was revoked.</summary>
    public long? RevokedAt { get; set; }
}

/// <summary>A break-glass access in lists. Times are Unix milliseconds.</summary>
public sealed class BreakGlassRow
{
    /// <summary>The access.</summary>
    public required string BreakGlassId { get; init; }

    /// <summary>Who used it.</summary>
    public required string UserId { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <summary>When.</summary>
    public long OpenedAt { get; init; }

    /// <summary>When it ends.</summary>
    public long Until { get; init; }

    /// <summary>By when it has to be reviewed.</summary>
    public long ReviewDue { get; init; }

    /// <summary>Name of what the officer found.</summary>
    public required string Outcome { get; set; }

    /// <summary>The officer.</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>When.</summary>
    public long? ReviewedAt { get; set; }
}

/// <summary>Rows of people and of access in the read model.</summary>
public static class PeopleRows
{
    internal const string OperatorsEver = "select count(*) from person where was_operator = 1";
    internal const string ActiveOperators =
        "select count(*) from person_role r join person p on p.user_id = r.user_id join app_user u on u.id = r.user_id where r.role = 'Operator' and p.standing = 'Active'";

    /// <summary>How many people are, or ever were, operators.</summary>
    public static Task<long> OperatorsEverAsync(DbSession session) => session.NumberAsync(OperatorsEver);

    /// <summary>How many operators can sign in: those who may, and have credentials.</summary>
    public static Task<long> ActiveOperatorsAsync(DbSession session) => session.NumberAsync(ActiveOperators);

    internal static void Map(ModelBuilder model)
    {
        model.Entity<PersonRow>().ToTable("person").HasKey(row => row.UserId);
        model.Entity<PersonRoleRow>().ToTable("person_role").HasKey(row => new { row.Role, row.UserId });
        model.Entity<LookGrantRow>().ToTable("look_grant").HasKey(row => row.UserId);
        model.Entity<BreakGlassRow>().ToTable("break_glass").HasKey(row => row.BreakGlassId);
    }
}
