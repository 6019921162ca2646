namespace Centra.Api.Security;

/// <summary>The roles of people (design: mission.md). A person may have several, within the separation of duties.</summary>
public static class Roles
{
    public const string Applicant = nameof(Applicant);
    public const string SigningOfficial = nameof(SigningOfficial);
    public const string RequestManager = nameof(RequestManager);
    public const string Reviewer = nameof(Reviewer);
    public const string Chair = nameof(Chair);
    public const string SocietySignatory = nameof(SocietySignatory);
    public const string Finance = nameof(Finance);
    public const string DataSteward = nameof(DataSteward);
    public const string ProviderAgent = nameof(ProviderAgent);
    public const string PrivacyOfficer = nameof(PrivacyOfficer);
    public const string Auditor = nameof(Auditor);
    public const string Operator = nameof(Operator);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Applicant, SigningOfficial, RequestManager, Reviewer, Chair, SocietySignatory, Finance, DataSteward, ProviderAgent, PrivacyOfficer, Auditor, Operator];
}
