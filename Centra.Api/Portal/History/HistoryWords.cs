using Centra.Agreements;
using Centra.Api.Http;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>
/// Events in plain words. The team is told what concerns it: not who reviews, how anybody voted, or what of the money and the release is still
/// among the society's people. Pure.
/// </summary>
internal static class HistoryWords
{
    /// <summary>The story of these events, for somebody of the society or not.</summary>
    public static IReadOnlyList<Happening> Tell(IEnumerable<EventRow> events, Actors names, bool isInside, string userId) =>
        [.. events.Select(row => (Row: row, Words: Words(row, names, isInside, userId))).Where(told => told.Words is not null)
            .Select(told => new Happening(Listing.Time(told.Row.At), Who(told.Row, names), told.Words!, told.Row.Type is "StageEntered"))];

    private static string Who(EventRow row, Actors names) => row.Type switch
    {
        "ChangesRequested" or "AgreementDeclined" => names.OfInstitution(row.Actor),
        "AgreementSigned" when new EventPayload(row).Kind<SignatureParty>("signature.party") is SignatureParty.Institution => names.OfInstitution(row.Actor),
        _ => names.Of(row.Actor),
    };

    private static string? Words(EventRow row, Actors names, bool isInside, string userId)
    {
        var said = new EventPayload(row);
        return row.Stream.Split('/')[0] switch
        {
            "agreement" => HistoryContract.Agreement(row.Type, said, names),
            "ledger" => HistoryContract.Ledger(row.Type, said, isInside),
            "release" => HistoryContract.Release(row.Type, said, isInside, isOwn: row.Actor == userId),
            _ => Open(row.Type, said, names, isInside) ?? (isInside ? HistoryReview.Of(row.Type, said, names) : null),
        };
    }

    // Why it is in a stage is the committee's own matter as long as it is before the committee.
    private static string? Open(string type, EventPayload said, Actors names, bool isInside) => type switch
    {
        "DraftCreated" => "The draft was begun.",
        "RequestSubmitted" => "The application was handed in.",
        "StageEntered" => said.Kind<RequestStage>("stage") is RequestStage.CommitteeReview && !isInside ? "Committee review began." : $"{Stage(said.Kind<RequestStage>("stage"))}{Because(said.Text("reason"))}",
        "TeamMemberAdded" => $"{names.Of(said.Text("member.userId"))} joined the team.",
        "TeamMemberRemoved" => $"{names.Of(said.Text("userId"))} left the team.",
        "PrincipalInvestigatorChanged" => $"{names.Of(said.Text("to"))} is the principal investigator in place of {names.Of(said.Text("from"))}.",
        "DocumentAttached" => $"A document was attached: {said.Text("document.name")}.",
        "DocumentDetached" => "A document was taken out.",
        "QuestionAsked" => "A question was put to the applicant.",
        "QuestionAnswered" => "The question was answered.",
        "QuestionWithdrawn" => "The question was withdrawn.",
        "QuestionLapsed" => "A question was not answered in time.",
        "ApplicantNotified" => "The applicant was told of the decision.",
        "TermsAccepted" => $"{names.Of(said.Text("userId"))} accepted the terms of agreement version {said.Text("version")}.",
        "Reported" => $"A report was made: {said.Kind<ReportKind>("report.kind").ToString().ToLowerInvariant()}.",
        "DestructionAttested" => "It was certified that the data are destroyed.",
        "ClosedOut" => "The applicant closed it out.",
        "AccessPaused" => $"Access was paused{Because(said.Text("pause.reason"))}",
        "AccessResumed" => $"Access goes on{Because(said.Text("reason"))}",
        "Superseded" => "Another request came into force in its place.",
        "ContentRemoved" => "What people wrote in it was removed: its retention had ended.",
        _ => null,
    };

    private static string Stage(RequestStage stage) =>
        StageWords.Way.Contains(stage) && stage is not RequestStage.Closed ? $"{StageWords.Stage(stage)} began" : $"The request is now “{StageWords.Stage(stage)}”";

    /// <summary>A reason behind a sentence.</summary>
    public static string Because(string reason) => reason.Length == 0 ? "." : $": {reason.TrimEnd('.')}.";
}

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What, as a sentence.</param>
/// <param name="IsStage">Whether it came to another stage by it.</param>
public sealed record Happening(DateTimeOffset At, string Who, string What, bool IsStage);
