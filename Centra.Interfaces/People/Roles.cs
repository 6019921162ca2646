namespace Centra.People;

/// <summary>The roles of people (design: mission.md). A person may have several, within the separation of duties.</summary>
public static class Roles
{
    /// <summary>Writes, submits and amends requests.</summary>
    public const string Applicant = nameof(Applicant);

    /// <summary>Signs agreements for an institution.</summary>
    public const string SigningOfficial = nameof(SigningOfficial);

    /// <summary>Checks availability and policy, assigns reviewers, notifies.</summary>
    public const string RequestManager = nameof(RequestManager);

    /// <summary>Evaluates requests.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>Decides requests.</summary>
    public const string Chair = nameof(Chair);

    /// <summary>Countersigns agreements for the society.</summary>
    public const string SocietySignatory = nameof(SocietySignatory);

    /// <summary>Estimates, invoices, payments.</summary>
    public const string Finance = nameof(Finance);

    /// <summary>Catalogue, extracts, releases.</summary>
    public const string DataSteward = nameof(DataSteward);

    /// <summary>Acts for a practice.</summary>
    public const string ProviderAgent = nameof(ProviderAgent);

    /// <summary>Review lane, erasure receipts, grants for looking, disclosures.</summary>
    public const string PrivacyOfficer = nameof(PrivacyOfficer);

    /// <summary>Reads everything that happened, changes nothing.</summary>
    public const string Auditor = nameof(Auditor);

    /// <summary>Runs the service and its users; holds no data role.</summary>
    public const string Operator = nameof(Operator);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Applicant, SigningOfficial, RequestManager, Reviewer, Chair, SocietySignatory, Finance, DataSteward, ProviderAgent, PrivacyOfficer, Auditor, Operator];

    /// <summary>
    /// Roles that are held alone. An operator could give themselves any data, an auditor would audit their own work, and a practice's agent
    /// is no staff of the society.
    /// </summary>
    public static IReadOnlyList<string> HeldAlone { get; } = [Operator, Auditor, ProviderAgent];

    /// <summary>Roles of the society's staff and committees: nobody who belongs to a practice holds one.</summary>
    public static IReadOnlyList<string> OfSociety { get; } =
        [RequestManager, Reviewer, Chair, SocietySignatory, Finance, DataSteward, PrivacyOfficer, Auditor, Operator];
}
