using System.Security.Cryptography;
using System.Text;
using Centra.Agreements;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

/// <summary>An agreement through commands: what became of it, and what was answered last.</summary>
internal sealed record AgreementStory(AgreementState State, Refusal? Refusal)
{
    public string Code => Refusal?.Code ?? "taken";

    public AgreementFacts Facts => AgreementRules.Facts(State);

    public static AgreementStory Begin() => new(AgreementState.None, null);

    public static AgreementStory Issued() => Begin().By("manager", new IssueAgreement(Content));

    public static AgreementStory Executed() => Issued().By("official", Sign()).By("signatory", Counter());

    public AgreementStory By(string actor, AgreementCommand command, DateTimeOffset? at = null)
    {
        var version = State.Versions.Length + 1;
        var draft = new AgreementDraft(HashOf(version), HashOf(100 + version), HashOf(200 + version), ["safeguards"]);
        var decided = AgreementRules.Decide(State, command, draft, actor, at ?? Now);
        return decided.IsRefused ? this with { Refusal = decided.Refusal } : new AgreementStory(decided.Value.Aggregate(State, AgreementRules.Apply), null);
    }

    public static string HashOf(int number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"document {number}")));

    public static SignAgreement Sign(DateTimeOffset? reauthenticated = null, int version = 1) =>
        new("Cleo Hart", "Vice President for Research", "I bind the institution.", HashOf(version), reauthenticated ?? Now);

    public static Countersign Counter(DateTimeOffset? reauthenticated = null, int version = 1) => new("Dana Reed", "Director", "I bind the society.", HashOf(version), reauthenticated ?? Now);

    public static ReviseAgreement Revise() => new(Content, "Mended a clause.");

    public static AttachSignedScan Scan(int version = 1) => new(HashOf(50), HashOf(version), "official", "Cleo Hart", "Vice President for Research", Today);

    public static AttestScan Attested(int version = 1) => new(HashOf(50), HashOf(version));
}
