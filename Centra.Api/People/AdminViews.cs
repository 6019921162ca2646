using Centra.Api.Http;
using Centra.People;
using Centra.Storage;

namespace Centra.Api.People;

/// <summary>Which people, in which order.</summary>
internal sealed record PeopleQuery(string? Standing, string? Practice, string? Role, bool? Proposed, string? Sort, string? After, int? Limit);

/// <summary>A role.</summary>
internal sealed record RoleName(string? Role);

/// <summary>A training in handling identifiable data.</summary>
internal sealed record TrainingNote(string? Employer, DateOnly? TrainedOn);

/// <summary>A person whole: with who proposed what.</summary>
internal sealed record PersonDetails(PersonItem Account, PersonView Person);

/// <summary>A person in a list.</summary>
internal sealed record PersonItem(
    string UserId, string Email, string DisplayName, PersonStanding Standing, string? PracticeId, string[] Roles, string[] ProposedRoles, string? Employer, string? TrainedOn,
    bool HasSecondFactor, bool MustChangePassword, DateTimeOffset? LockedOutUntil, DateTimeOffset CreatedAt)
{
    public static PersonItem Of(ListedPerson row) => new(
        row.UserId, row.Email, row.DisplayName, Enum.Parse<PersonStanding>(row.Standing), row.PracticeId, row.Roles, row.Proposed, row.Employer, row.TrainedOn, row.HasSecondFactor,
        row.MustChangePassword, row.LockoutEnd is { } end ? Listing.Time(end) : null, Listing.Time(row.CreatedAt));

    public static IResult Answer(HttpContext http, Page<PersonItem> page) => Listing.Answer(http, page,
        ("userId", item => item.UserId), ("email", item => item.Email), ("displayName", item => item.DisplayName), ("standing", item => item.Standing),
        ("practiceId", item => item.PracticeId), ("roles", item => item.Roles), ("proposedRoles", item => item.ProposedRoles), ("employer", item => item.Employer),
        ("trainedOn", item => item.TrainedOn), ("createdAt", item => item.CreatedAt));

    /// <summary>Only the id.</summary>
    public override string ToString() => UserId;
}
