using Centra.Practices;

namespace Centra.Api.Security;

/// <summary>Who passes which policy. A test walks every route times every role times every owner against this.</summary>
internal static class PolicyTable
{
    /// <summary>The claim that holds a key's scopes.</summary>
    public const string ScopeClaim = "centra:scope";

    /// <summary>All policies.</summary>
    public static IReadOnlyDictionary<string, PolicyRule> All { get; } = new Dictionary<string, PolicyRule>
    {
        [Policies.SendRecords] = new([Roles.ProviderAgent], KeyScopes.Ingest),
        [Policies.Screen] = new([Roles.ProviderAgent], KeyScopes.Screen),
        [Policies.RunRegister] = new([Roles.Operator], KeyScopes.None),
        [Policies.OptOut] = new([Roles.ProviderAgent], KeyScopes.OptOut),
        [Policies.SeeOptOuts] = new([Roles.ProviderAgent, Roles.PrivacyOfficer, Roles.Auditor], KeyScopes.OptOut),
        [Policies.ReadOwnPatients] = new([Roles.ProviderAgent], KeyScopes.Read),
        [Policies.LookAtPatients] = new([Roles.ProviderAgent, Roles.PrivacyOfficer, Roles.DataSteward], KeyScopes.Read),
        [Policies.SeeJobs] = new([Roles.ProviderAgent, Roles.PrivacyOfficer, Roles.Auditor, Roles.Operator], KeyScopes.Ingest),
        [Policies.DecideReviews] = new([Roles.PrivacyOfficer], KeyScopes.None),
        [Policies.AnswerQuestions] = new([Roles.ProviderAgent], KeyScopes.None),
        [Policies.GovernPractices] = new([Roles.PrivacyOfficer], KeyScopes.None),
        [Policies.RunOwnPractice] = new([Roles.ProviderAgent], KeyScopes.None),
        [Policies.SeePractices] = new([Roles.ProviderAgent, Roles.PrivacyOfficer, Roles.Auditor, Roles.Operator], KeyScopes.None),
        [Policies.BreakGlass] = new([Roles.PrivacyOfficer, Roles.DataSteward], KeyScopes.None),
        [Policies.GovernLooks] = new([Roles.PrivacyOfficer], KeyScopes.None),
        [Policies.SeeLooks] = new([Roles.PrivacyOfficer, Roles.Auditor], KeyScopes.None),
        [Policies.Disclose] = new([Roles.PrivacyOfficer], KeyScopes.None),
        [Policies.SeeDisclosures] = new([Roles.PrivacyOfficer, Roles.Auditor], KeyScopes.None),
        [Policies.AccountForDisclosures] = new([Roles.PrivacyOfficer, Roles.ProviderAgent], KeyScopes.None),
        [Policies.GovernPeople] = new([Roles.Operator], KeyScopes.None),
        [Policies.RecordTraining] = new([Roles.Operator, Roles.PrivacyOfficer], KeyScopes.None),
        [Policies.SeePeople] = new([Roles.Operator, Roles.PrivacyOfficer, Roles.Auditor], KeyScopes.None),
        [Policies.SeeRetention] = new([Roles.Auditor, Roles.PrivacyOfficer, Roles.RequestManager], KeyScopes.None),
        [Policies.SeeAudit] = new([Roles.Auditor], KeyScopes.None),
        [Policies.WriteRequests] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.SeeRequests] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.SeeFigures] = new([Roles.RequestManager, Roles.Chair, Roles.Auditor], KeyScopes.None),
        [Policies.WorkOnRequests] = new([Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward], KeyScopes.None),
        [Policies.ManageRequests] = new([Roles.RequestManager], KeyScopes.None),
        [Policies.LeadRequests] = new([Roles.RequestManager, Roles.Chair], KeyScopes.None),
        [Policies.EvaluateRequests] = new([Roles.Reviewer], KeyScopes.None),
        [Policies.DecideRequests] = new([Roles.Chair], KeyScopes.None),
        [Policies.SignForInstitution] = new([Roles.SigningOfficial], KeyScopes.None),
        [Policies.SignForSociety] = new([Roles.SocietySignatory], KeyScopes.None),
        [Policies.NegotiateAgreements] = new([Roles.Applicant, Roles.SigningOfficial], KeyScopes.None),
        [Policies.AttestScans] = new([Roles.RequestManager, Roles.SocietySignatory], KeyScopes.None),
        [Policies.HandleMoney] = new([Roles.Finance], KeyScopes.None),
        [Policies.ReleaseData] = new([Roles.DataSteward], KeyScopes.None),
        [Policies.SeeAlarms] = new([Roles.PrivacyOfficer, Roles.Auditor, Roles.Operator], KeyScopes.None),
        [Policies.AcknowledgeAlarms] = new([Roles.PrivacyOfficer, Roles.Operator], KeyScopes.None),
        [Policies.SeeInvoices] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.SeeBilling] = new([Roles.Finance, Roles.RequestManager, Roles.Auditor], KeyScopes.None),
        [Policies.RunBilling] = new([Roles.Finance], KeyScopes.None),
        [Policies.SeeAgreements] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.SeeRules] = new([Roles.Applicant, Roles.SigningOfficial, Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor], KeyScopes.None),
        [Policies.PublishRules] = new([Roles.RequestManager], KeyScopes.None),
        [Policies.PublishCommitteeRules] = new([Roles.Chair], KeyScopes.None),
        [Policies.PublishPrices] = new([Roles.Finance], KeyScopes.None),
        [Policies.PublishAgreementTemplates] = new([Roles.SocietySignatory, Roles.RequestManager], KeyScopes.None),
        [Policies.SeeCatalogue] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.RunCatalogue] = new([Roles.DataSteward], KeyScopes.None),
        [Policies.AskAboutDatasets] = new([Roles.Applicant, Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.DataSteward], KeyScopes.None),
        [Policies.SeeDatasetQuestions] = new([Roles.DataSteward, Roles.RequestManager, Roles.Auditor], KeyScopes.None),
        [Policies.SeeInstitutions] = new([Roles.Applicant, Roles.SigningOfficial, Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor], KeyScopes.None),
        [Policies.GovernInstitutions] = new([Roles.RequestManager], KeyScopes.None),
        [Policies.SeeCommittees] = new([Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.DataSteward, Roles.Auditor], KeyScopes.None),
        [Policies.GovernCommittees] = new([Roles.RequestManager], KeyScopes.None),
        [Policies.OwnReviews] = new([Roles.Reviewer, Roles.Chair], KeyScopes.None),
        [Policies.SeeReviewers] = new([Roles.RequestManager, Roles.Chair, Roles.Auditor], KeyScopes.None),
        [Policies.SeeReleases] = new([Roles.DataSteward, Roles.RequestManager, Roles.Auditor], KeyScopes.None),
        [Policies.InspectReleases] = new([Roles.DataSteward], KeyScopes.None),
        [Policies.OwnAccount] = new([], KeyScopes.None) { AnyPerson = true },
        [Policies.OwnPassword] = new([], KeyScopes.None) { AnyPerson = true, WithOneTimePassword = true },
    };
}

/// <summary>A policy: one of these roles, or a key with this scope.</summary>
internal sealed record PolicyRule(string[] Roles, KeyScopes Scope)
{
    /// <summary>Whether every signed-in person passes, for what is their own.</summary>
    public bool AnyPerson { get; init; }

    /// <summary>Whether also with a one-time password.</summary>
    public bool WithOneTimePassword { get; init; }
}
