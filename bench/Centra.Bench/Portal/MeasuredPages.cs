using Centra.People;

namespace Centra.Bench.Portal;

/// <summary>A page that is measured.</summary>
/// <param name="Kind">What kind of page: its target goes by this.</param>
/// <param name="Role">Who asks for it; empty: nobody who has signed in.</param>
/// <param name="Path">Where it is.</param>
/// <param name="IsDeep">Whether it is a page far down the list, found by following its cursor.</param>
internal sealed record MeasuredPage(string Kind, string Role, string Path, bool IsDeep = false);

/// <summary>The pages that people have before them most of the day.</summary>
internal static class MeasuredPages
{
    public const string Home = "home", List = "list", Csv = "CSV of 500", Detail = "detail", Figures = "figures", Public = "public";

    private const string Ranked = "request-demo-12";

    private static readonly (string Request, string Role, string[] Parts)[] Details =
    [
        ("request-demo-01", Roles.Applicant, ["", "/application", "/application/datasets/meeting-abstracts", "/application/datasets", "/application/people"]),
        ("request-demo-02", Roles.RequestManager, ["", "/questions"]),
        ("request-demo-04", Roles.Reviewer, [""]),
        (Ranked, Roles.Chair, ["", "/review"]),
        ("request-demo-05", Roles.SigningOfficial, ["", "/agreement"]),
        ("request-demo-06", Roles.Finance, ["", "/money"]),
        ("request-demo-07", Roles.DataSteward, ["", "/release"]),
        ("request-demo-08", Roles.Applicant, ["", "/release", "/history"]),
        ("request-demo-10", Roles.Auditor, ["", "/history"]),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<MeasuredPage> All() =>
    [
        .. Roles.All.Select(role => new MeasuredPage(Home, role, "/home")),
        .. new[] { Roles.Applicant, Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.Finance, Roles.Auditor }.Select(role => new MeasuredPage(List, role, "/requests")),
        new(List, Roles.RequestManager, "/requests", IsDeep: true), new(List, Roles.Applicant, "/requests", IsDeep: true),
        new(List, Roles.RequestManager, "/requests?sort=stageSince"), new(List, Roles.RequestManager, "/requests?stage=Active&ball=manager"),
        new(List, Roles.RequestManager, "/requests?q=lung+cancer"), new(List, Roles.RequestManager, "/requests?q=zebra"), new(List, Roles.Applicant, "/requests?q=ovary"),
        new(List, Roles.Finance, "/money"), new(List, Roles.Finance, "/money/payments"), new(List, Roles.RequestManager, "/requests/assign"), new(List, Roles.Auditor, "/audit"),
        new(Figures, Roles.RequestManager, "/figures"),
        new(Csv, Roles.RequestManager, "/csv/requests?limit=500"),
        .. Details.SelectMany(one => one.Parts.Select(part => new MeasuredPage(Detail, one.Role, $"/requests/{one.Request}{part}"))),
        new(Public, "", "/"), new(Public, "", "/catalogue"), new(Public, "", "/approved-requests"), new(Public, "", "/approved-requests", IsDeep: true), new(Public, "", "/public-figures"),
    ];
}
