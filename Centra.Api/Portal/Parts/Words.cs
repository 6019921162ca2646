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
