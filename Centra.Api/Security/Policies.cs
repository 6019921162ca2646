namespace Centra.Api.Security;

/// <summary>Names of what a route demands. Each is a list of roles and key scopes of which one suffices; see <see cref="PolicyTable"/>.</summary>
internal static class Policies
{
    public const string SendRecords = nameof(SendRecords);
    public const string Screen = nameof(Screen);
    public const string OptOut = nameof(OptOut);
    public const string ReadOwnPatients = nameof(ReadOwnPatients);
    public const string SeeJobs = nameof(SeeJobs);
    public const string SeeOptOuts = nameof(SeeOptOuts);
    public const string DecideReviews = nameof(DecideReviews);
    public const string AnswerQuestions = nameof(AnswerQuestions);
    public const string GovernPractices = nameof(GovernPractices);
    public const string RunOwnPractice = nameof(RunOwnPractice);
    public const string SeePractices = nameof(SeePractices);
}
