using Centra.People;

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
        Roles.Applicant => [("Ask for data", "/requests/new"), ("Your requests", "/requests"), ("Catalogue", "/catalogue")],
        Roles.RequestManager => [("All requests", "/requests"), ("Invoices", "/money")],
        Roles.Finance => [("Invoices", "/money"), ("Payments", "/money/payments"), ("Money that belongs nowhere", "/money/unmatched")],
        Roles.Auditor => [("All requests", "/requests"), ("Invoices", "/money"), ("Approved requests", "/approved-requests")],
        Roles.SigningOfficial => [],
        Roles.PrivacyOfficer => [("Review lane", "/review-lane")],
        Roles.ProviderAgent => [("Your practice", "/practice"), ("Opt a patient out", "/practice/opt-out")],
        Roles.Operator => [("API description", "/openapi/v1.json"), ("Try the interface", "/api/try")],
        _ => [("Requests", "/requests")],
    };
}
