namespace Centra.Api.Security;

/// <summary>Names of what a route demands. Each is a list of roles and key scopes of which one suffices; see <see cref="PolicyTable"/>.</summary>
internal static class Policies
{
    public const string SendRecords = nameof(SendRecords);
    public const string Screen = nameof(Screen);
    public const string RunRegister = nameof(RunRegister);
    public const string OptOut = nameof(OptOut);
    public const string ReadOwnPatients = nameof(ReadOwnPatients);
    public const string LookAtPatients = nameof(LookAtPatients);
    public const string SeeJobs = nameof(SeeJobs);
    public const string SeeOptOuts = nameof(SeeOptOuts);
    public const string DecideReviews = nameof(DecideReviews);
    public const string AnswerQuestions = nameof(AnswerQuestions);
    public const string GovernPractices = nameof(GovernPractices);
    public const string RunOwnPractice = nameof(RunOwnPractice);
    public const string SeePractices = nameof(SeePractices);
    public const string BreakGlass = nameof(BreakGlass);
    public const string GovernLooks = nameof(GovernLooks);
    public const string SeeLooks = nameof(SeeLooks);
    public const string Disclose = nameof(Disclose);
    public const string SeeDisclosures = nameof(SeeDisclosures);
    public const string AccountForDisclosures = nameof(AccountForDisclosures);
    public const string GovernPeople = nameof(GovernPeople);
    public const string RecordTraining = nameof(RecordTraining);
    public const string SeePeople = nameof(SeePeople);
    public const string SeeAudit = nameof(SeeAudit);
    public const string SeeAlarms = nameof(SeeAlarms);
    public const string AcknowledgeAlarms = nameof(AcknowledgeAlarms);
    public const string OwnAccount = nameof(OwnAccount);
    public const string OwnPassword = nameof(OwnPassword);
}
