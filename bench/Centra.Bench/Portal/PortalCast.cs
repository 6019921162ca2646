using System.Globalization;
using Centra.Api.Demo;
using Centra.Bench.Requests;

namespace Centra.Bench.Portal;

/// <summary>The demonstration's people and bodies, in whose names many more requests are.</summary>
/// <param name="Users">Who signs in.</param>
/// <param name="Rows">Whose the many requests are.</param>
internal sealed record PortalCast(IReadOnlyList<DemoUser> Users, ListCast Rows)
{
    // Young enough that nothing is due to be reminded of, ended or removed while pages are measured.
    private const int Days = 10;

    public static PortalCast Of(DemoPlan plan)
    {
        var reviewers = plan.Users.Where(user => user.Role == Centra.People.Roles.Reviewer).Select(user => user.UserId).ToArray();
        return new PortalCast(plan.Users, new ListCast(
            plan.Users.First(user => user.Role == Centra.People.Roles.Applicant).UserId,
            number => number % 50 < reviewers.Length ? reviewers[number % 50] : $"reviewer{number % 50}",
            number => number % 40 == 0 ? DemoCatalogue.Institutions[0].Ror : string.Create(CultureInfo.InvariantCulture, $"ror{number % 400}"),
            number => number % 9 == 0 ? "meeting-abstracts" : $"dataset{number % 9}", TimeProvider.System.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds()));
    }

    /// <summary>One of a role who has nothing to do with the applicant: the first reviewer has the same employer.</summary>
    public DemoUser One(string role) => Users.Where(user => user.Role == role).Skip(role == Centra.People.Roles.Reviewer ? 1 : 0).First();
}
