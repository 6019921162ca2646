namespace Centra.Api.Portal;

/// <summary>What pages say for what the service calls by a name; each feature has its part.</summary>
public static partial class Words
{
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
        "draft" => "Saved for later. Only you see it until you hand it in.",
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
}
