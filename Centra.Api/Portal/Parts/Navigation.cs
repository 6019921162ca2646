namespace Centra.Api.Portal;

/// <summary>Where a visitor can go, by their roles. The pages decide for themselves who may see them.</summary>
internal static class Navigation
{
    private static readonly (string Text, string Link, string[] Roles)[] Places =
    [
        ("Requests", "/requests", [Roles.Applicant, Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.SigningOfficial, Roles.Finance, Roles.DataSteward, Roles.Auditor]),
        ("Money", "/money", [Roles.Finance, Roles.RequestManager, Roles.Auditor]),
        ("Your practice", "/practice", [Roles.ProviderAgent]),
        ("Review lane", "/review-lane", [Roles.PrivacyOfficer]),
        ("Reviews", "/reviews", [Roles.Reviewer]),
        ("Figures", "/figures", [Roles.RequestManager, Roles.Chair, Roles.Auditor]),
        ("Practices", "/practices", [Roles.PrivacyOfficer]),
        ("Who looked", "/looks", [Roles.PrivacyOfficer]),
        ("State", "/operation", [Roles.Operator]),
        ("People", "/people", [Roles.Operator]),
        ("Alarms", "/alarms", [Roles.Operator, Roles.PrivacyOfficer]),
        ("Audit", "/audit", [Roles.Auditor]),
        ("Rules", "/rules", [Roles.RequestManager, Roles.Chair, Roles.Finance, Roles.SocietySignatory, Roles.Auditor]),
        ("Catalogue", "/catalogue", []),
    ];

    public static IEnumerable<(string Text, string Link)> Of(Visitor visitor)
    {
        if (visitor.Name is not null)
            yield return ("Home", "/home");
        foreach (var (text, link, roles) in Places.Where(place => place.Roles.Length == 0 || place.Roles.Any(visitor.Is)))
            yield return (text, link);
        if (visitor.Name is null)
            {
            yield return ("Approved requests", "/approved-requests");
            yield return ("Figures", "/public-figures");
            yield return ("How to opt out", "/opt-out");
        }
    }
}
