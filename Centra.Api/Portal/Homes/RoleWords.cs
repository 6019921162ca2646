namespace Centra.Api.Portal;

/// <summary>Roles in words, and where each of them goes.</summary>
internal static class RoleWords
{
    public static string Of(string role) => role switch
    {
        Roles.SigningOfficial => "Signing official",
        Roles.RequestManager => "Request manager",
        Roles.SocietySignatory => "Society signatory",
        Roles.DataSteward => "Data steward",
        Roles.ProviderAgent => "Practice",
        Roles.PrivacyOfficer => "Privacy officer",
        _ => role,
    };

    /// <summary>What somebody of a role comes for when nothing waits.</summary>
    public static (string Text, string Link)? Chief(string role) => role switch
    {
        Roles.Applicant => ("Ask for data", "/requests/new"),
        Roles.ProviderAgent => ("Opt a patient out", "/practice/opt-out"),
        Roles.Operator => ("Look at the state of the service", "/operation"),
        Roles.Auditor => ("Search the audit trail", "/audit"),
        _ => null,
    };

    public static IReadOnlyList<(string Text, string Link)> Places(string role) => role switch
    {
        Roles.Applicant => [("Your requests", "/requests"), ("Catalogue", "/catalogue"), ("Your questions about datasets", "/my-questions")],
        Roles.RequestManager => [("All requests", "/requests"), ("Invoices", "/money"), ("Institutions", "/institutions"), ("Committees", "/committees"), ("Rules", "/rules"), ("Questions about datasets", "/dataset-questions"), ("Retention", "/retention")],
        Roles.Finance => [("Invoices", "/money"), ("Payments", "/money/payments"), ("Money that belongs nowhere", "/money/unmatched"), ("Price book", "/rules/prices")],
        Roles.Auditor => [("Sign-ins", "/audit/sign-ins"), ("Verification", "/audit/state"), ("Who looked", "/looks"), ("Disclosures", "/disclosures"), ("People", "/people"), ("All requests", "/requests"), ("Invoices", "/money"), ("Jobs", "/jobs"), ("Retention", "/retention"), ("Rules", "/rules"), ("Approved requests", "/approved-requests")],
        Roles.SigningOfficial => [("Agreements of your institution", "/requests")],
        Roles.SocietySignatory => [("Agreements to countersign", "/requests?stage=Contracting&ball=society%20signatory"), ("All requests", "/requests"), ("Rules", "/rules")],
        Roles.Reviewer => [("Your reviews", "/reviews"), ("Your profile, relations and absence", "/reviews/profile"), ("Requests that you review", "/requests?mine=review")],
        Roles.PrivacyOfficer => PrivacyPages.Tabs,
        Roles.ProviderAgent => [.. PracticeTabs.All.Where(tab => tab.Link != Chief(role)!.Value.Link)],
        Roles.Operator => [("People and roles", "/people"), ("Admit a person", "/people/admit"), ("Jobs", "/jobs"), ("Alarms", "/alarms"), ("API description", "/openapi/v1.json"), ("Try the interface", "/api/try")],
        Roles.DataSteward => [("Catalogue", "/catalogue"), ("List a dataset", "/catalogue/add"), ("Questions about datasets", "/dataset-questions"), ("Requests", "/requests")],
        Roles.Chair => [("Requests", "/requests"), ("Committees", "/committees"), ("Rules of the committee", "/rules/committee"), ("Criteria", "/rules/criteria")],
        _ => [("Requests", "/requests")],
    };
}
