namespace Centra.Requests;

/// <summary>What somebody is to a request. A person may be several things.</summary>
[Flags]
public enum RequestParts
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Anybody with the role of an applicant.</summary>
    Writer = 1,

    /// <summary>The principal investigator, or their delegate.</summary>
    Applicant = 2,

    /// <summary>On the team.</summary>
    Member = 4,

    /// <summary>The principal investigator.</summary>
    PrincipalInvestigator = 8,

    /// <summary>Signs for the institution.</summary>
    SigningOfficial = 16,

    /// <summary>Request manager of the society.</summary>
    Manager = 32,

    /// <summary>Assigned reviewer, neither recused nor unassigned.</summary>
    Reviewer = 64,

    /// <summary>Chair or deputy chair of the committee.</summary>
    Chair = 128,

    /// <summary>Signs for the society.</summary>
    Signatory = 256,

    /// <summary>Estimates, invoices, payments.</summary>
    Finance = 512,

    /// <summary>Extracts and releases.</summary>
    Steward = 1024,

    /// <summary>The service itself.</summary>
    Service = 2048,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 4096,

    /// <summary>Those who act for the society, for whom the separation of duties holds.</summary>
    Society = Manager | Reviewer | Chair | Signatory | Finance | Steward,
}
