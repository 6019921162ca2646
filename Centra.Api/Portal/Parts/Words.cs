using Centra.ReviewLane;

namespace Centra.Api.Portal;

/// <summary>Kinds and answers in words.</summary>
public static class Words
{
    /// <summary>Why something is in the review lane.</summary>
    public static string Kind(ReviewKind kind) => kind switch
    {
        ReviewKind.Incoming => "Incoming record",
        ReviewKind.Stored => "Stored patient",
        ReviewKind.Dispute => "Objection of the practice",
        _ => "Unknown",
    };

    /// <summary>What was just done, by the name of the command.</summary>
    public static string Done(string command) => command switch
    {
        "totp" => "The second factor is changed. All other sessions are signed out.",
        "saved" => "Saved.",
        "disputes" => "A privacy officer will decide. Until then the patient stays hidden.",
        "correct" or "reinstate" => "Your wish is passed on. A privacy officer confirms it.",
        "ask" => "The practice that holds the form is asked.",
        "same" => "Decided: it is the same person. Everything of them is erased.",
        "someone-else" => "Kept. Someone else: it counts when a second officer has agreed.",
        "review" => "The review is kept.",
        "recertify" => "The grant is extended.",
        "break-glass" => "The glass is broken, for 60 minutes. All officers are told.",
        "disclosures" => "Proposed. A second officer approves it.",
        "disable" => "Disabled. All their sessions have ended.",
        "unlock" => "The lockout has ended.",
        "reset-totp" => "The second factor is taken away. All their sessions have ended.",
        "roles" => "Proposed. A second operator approves it.",
        "training" => "The training is kept.",
        "interest" => "You will hear when it comes.",
        "questions" => "Your question is sent to the steward. The answer comes by message.",
        "retire" => "It is given out no longer.",
        "policy" or "committee" or "prices" or "agreement-template" or "form" or "calendar" or "service-levels" or "messages" => "The version is published.",
        "activate" => "The practice may send now.",
        "agreement" => "Kept.",
        "leave" => "The practice is leaving. Its keys are revoked.",
        "availability" => "The availability check is kept.",
        "policy-check" => "The policy check is kept.",
        "reviewers" => "The reviewers are assigned and told.",
        "unassign" => "The reviewer is unassigned.",
        "close" => "The ballot is closed.",
        "extend" => "The ballot is extended.",
        "criteria" => "The criterion is added.",
        "answer" => "Your answer is sent.",
        "requests" => "The draft is begun. Write it part by part; it is saved as you go.",
        "investigator" => "The principal investigator is changed.",
        "submit" => "Submitted. You will be told when something is needed of you.",
        "withdraw" => "Withdrawn.",
        "removed" => "Taken away.",
        "pause" => "Access is paused.",
        "resume" => "Access goes on.",
        "revoke" => "Access is revoked.",
        "notify" => "The applicant is told.",
        "evaluation" => "Your evaluation is kept.",
        "conflict" => "Your declaration is kept.",
        "decision" => "The decision is kept. The applicant is told separately.",
        "sign" or "countersign" => "Signed.",
        "terms" => "You have accepted the terms.",
        "changes" => "Your wish is passed on. Nobody signs before it is answered.",
        "revise" => "There is a new version. Signatures on the former one are void.",
        "scan" => "The scan is attached. Two people have to attest it.",
        "attest" => "Attested.",
        "estimate" => "The estimate is kept.",
        "invoice" => "The invoice is issued.",
        "payments" or "refunds" or "waivers" or "no-fee" => "Recorded. It counts when a second person of Finance has agreed.",
        "confirm" => "Confirmed. The payment is in the ledger.",
        "reversals" => "Recorded. Access is paused until the money is there again.",
        "release" => "Ordered. The extract is being made; load this page again in a minute.",
        "approve" => "Approved.",
        "reject" => "Rejected.",
        "seen" => "Marked as read.",
        "notifications" => "Your choice is kept.",
        _ => "Done.",
    };

    /// <summary>Somebody's part in a team.</summary>
    public static string Part(Centra.Requests.TeamPart part) => part switch
    {
        Centra.Requests.TeamPart.PrincipalInvestigator => "principal investigator",
        Centra.Requests.TeamPart.Delegate => "acts for the principal investigator",
        _ => "member",
    };

    /// <summary>What the practice that holds the form said.</summary>
    public static string Answer(ReviewItemView item) => (item.Question, item.Answer) switch
    {
        (ReviewQuestion.None, _) => "Not asked",
        (_, ReviewAnswer.None) => "Asked, no answer yet",
        (_, ReviewAnswer.Same) => "The same person",
        (_, ReviewAnswer.Different) => "Someone else",
        _ => "Cannot tell",
    };

    /// <summary>Why a line of a file was not taken.</summary>
    public static string Line(string code) => code switch
    {
        "NotJson" or "NotAnObject" => "it is not JSON",
        "NotUtf8" => "it is not written in UTF-8",
        "TooDeep" or "TooManyMembers" => "it is nested too deeply or has too many fields",
        "DuplicateKey" => "a field stands in it twice",
        "LineTooLong" => "it is too long",
        "NotAResource" or "UnknownResourceType" => "it is no FHIR resource that is taken",
        "NoId" or "BadId" => "its id is missing or wrong",
        "NoSubject" => "it belongs to no patient, or to more than one",
        "UnknownSubject" => "its patient is not known",
        "BadDate" => "a date is no date of the calendar; dates are written as 1961-04-02",
        "BadValue" => "a field has a value that it cannot have",
        "NotAPatient" => "it is no patient",
        "BadCsvRow" or "MissingColumn" or "DuplicateColumn" => "its columns are not those of the headings",
        "IdentityTooThin" => "too little is said to recognise anybody by",
        _ => code,
    };

    /// <summary>How far an upload is.</summary>
    public static string Phase(Centra.Ingest.JobPhase phase) => phase switch
    {
        Centra.Ingest.JobPhase.Patients => "Open: patients are taken",
        Centra.Ingest.JobPhase.Clinical => "Open: records are taken",
        Centra.Ingest.JobPhase.Complete => "Complete",
        _ => "Unknown",
    };

    /// <summary>What a key may.</summary>
    public static string Scopes(Centra.Practices.KeyScopes scopes) => string.Join(", ", new[]
    {
        (Centra.Practices.KeyScopes.Ingest, "send records"), (Centra.Practices.KeyScopes.Screen, "screen records"), (Centra.Practices.KeyScopes.OptOut, "send opt-outs"), (Centra.Practices.KeyScopes.Read, "read own patients"),
    }.Where(scope => scopes.HasFlag(scope.Item1)).Select(scope => scope.Item2));

    /// <summary>An agreement pattern, such as "given=disagree family=agree", in words.</summary>
    public static string Pattern(string pattern) =>
        string.Join(", ", pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Select(part => $"{Field(part[0])} {Level(part[^1])}"));

    /// <summary>Why an identity cannot be read, for whoever typed it.</summary>
    public static string Unreadable(string code) => code switch
    {
        "BadDate" => "the date of birth is no date of the calendar; write year, month, day, as in 1961-04-02",
        "BadValue" => "a field has a value that it cannot have",
        _ => "it is not written as this route takes it",
    };

    private static string Field(string name) => name switch
    {
        "given" => "given name",
        "middle" => "middle name",
        "family" => "family name",
        "birthDate" => "birth date",
        "nationalId" => "national id",
        "patientId" => "patient number",
        "postalCode" => "postal code",
        _ => name,
    };

    private static string Level(string name) => name switch
    {
        "agree" => "agrees",
        "disagree" => "differs",
        "near" => "is one slip apart",
        "phonetic" => "sounds alike",
        "similar" => "is similar",
        "partial" => "agrees in part",
        "exchanged" => "is exchanged",
        _ => name,
    };
}
