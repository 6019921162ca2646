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

    public static IReadOnlyList<(string Text, string Link)> Places(string role) => role switch
    {
        Roles.Applicant => [("Ask for data", "/requests/new"), ("Your requests", "/requests"), ("Catalogue", "/catalogue"), ("Your questions about datasets", "/my-questions")],
        Roles.RequestManager => [("All requests", "/requests"), ("Invoices", "/money"), ("Institutions", "/institutions"), ("Committees", "/committees"), ("Rules", "/rules"), ("Questions about datasets", "/dataset-questions"), ("Retention", "/retention")],
        Roles.Finance => [("Invoices", "/money"), ("Payments", "/money/payments"), ("Money that belongs nowhere", "/money/unmatched"), ("Price book", "/rules/prices")],
        Roles.Auditor => [("Audit", "/audit"), ("Sign-ins", "/audit/sign-ins"), ("Verification", "/audit/state"), ("Who looked", "/looks"), ("Disclosures", "/disclosures"), ("People", "/people"), ("All requests", "/requests"), ("Invoices", "/money"), ("Jobs", "/jobs"), ("Retention", "/retention"), ("Rules", "/rules"), ("Approved requests", "/approved-requests")],
        Roles.SigningOfficial => [],
        Roles.PrivacyOfficer => PrivacyPages.Tabs,
        Roles.ProviderAgent => PracticeTabs.All,
        Roles.Operator => [("State", "/operation"), ("People and roles", "/people"), ("Admit a person", "/people/admit"), ("Jobs", "/jobs"), ("Alarms", "/alarms"), ("API description", "/openapi/v1.json"), ("Try the interface", "/api/try")],
        Roles.DataSteward => [("Catalogue", "/catalogue"), ("List a dataset", "/catalogue/add"), ("Questions about datasets", "/dataset-questions"), ("Requests", "/requests")],
        Roles.Chair => [("Requests", "/requests"), ("Committees", "/committees"), ("Rules of the committee", "/rules/committee"), ("Criteria", "/rules/criteria")],
        _ => [("Requests", "/requests")],
    };
}
