using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using static Centra.Cli.Tour.TourGuide;

namespace Centra.Cli.Tour;

/// <summary>A data request from its application to its payment, with what must not happen on the way.</summary>
internal sealed class RequestTour(TourGuide guide, TourStage stage)
{
    private const string Dataset = "meeting-abstracts";
    private TourCast _cast = null!;

    private TourPerson Applicant => _cast.Person("Applicant");
    private TourPerson Manager => _cast.Person("RequestManager");

    public async Task RunAsync(CancellationToken cancel)
    {
        _cast = new TourCast(stage, cancel);
        await guide.StepAsync("A researcher takes an earlier application as the start of a new one, and hands it in.", ApplyAsync);
        await guide.StepAsync("A manager finds the abstracts there and enough, and the purpose in agreement with the policy.", CheckAsync);
        await guide.StepAsync("The manager assigns reviewers. One of them works at the researcher's own university.", AssignAsync);
        await guide.StepAsync("Three reviewers declare that they have no conflict, and vote.", VoteAsync);
        await guide.StepAsync("The chair closes the ballot and decides; the manager tells the researcher.", DecideAsync);
        await guide.StepAsync("The cost is estimated, the agreement drawn up; the university's official reads the PDF and signs it.", SignAsync);
        await guide.StepAsync("The invoice goes out, and a payment is recorded.", PayAsync);
        await new ReleaseTour(guide, _cast).RunAsync(cancel);
    }

    private async Task<string> ApplyAsync()
    {
        const string former = "request-demo-01";
        var application = (await _cast.SeeAsync(Applicant, $"api/requests/{former}")).GetProperty("application");
        await _cast.BeginAsync("A request of the tour", application.GetProperty("team")[0].GetProperty("institutionId").GetString()!, former);
        Expect("stage", "availability", await _cast.DoAsync(Applicant, "submit"));
        return "It is handed in; from now on its rules, prices and policy stay the versions of today.";
    }

    private async Task<string> CheckAsync()
    {
        var found = new { datasetId = Dataset, verdict = "available", cohortSuffices = true, variablesSuffice = true, yearsSuffice = true, note = "" };
        await _cast.DoAsync(Manager, "availability", new { datasets = new[] { found } });
        var items = (await _cast.SeeAsync(Manager, "api/admin/rules/policy")).GetProperty("document").GetProperty("checklist").EnumerateArray();
        var checklist = items.Select(item => new { item = item.GetProperty("key").GetString(), isMet = true, note = "" });
        Expect("stage", "committeeReview", await _cast.DoAsync(Manager, "policy-check", new { isConsistent = true, checklist, reasons = "" }));
        return "The committee has it now.";
    }

    private async Task<string> AssignAsync()
    {
        Expect("refusal", "ReviewerIsOfTheSameInstitution", await _cast.RefusedAsync(Manager, "reviewers", new { reviewers = new[] { IdOf(0) } }));
        await _cast.DoAsync(Manager, "reviewers", new { reviewers = new[] { IdOf(1), IdOf(2), IdOf(3) } });
        return "That one was refused; three others were assigned.";
    }

    private async Task<string> VoteAsync()
    {
        var criteria = (await ReviewAsync()).GetProperty("criteria").EnumerateArray().Select(one => new { criterion = one.GetString(), score = 4, words = "As the application says." });
        foreach (var (number, recommendation) in new[] { (1, "approve"), (2, "approve"), (3, "deny") })
        {
            await _cast.DoAsync(Reviewer(number), "conflict", new { hasConflict = false, words = "" });
            await _cast.DoAsync(Reviewer(number), "evaluation", new { datasets = new[] { new { datasetId = Dataset, recommendation, conditions = "" } }, scores = criteria });
        }
        Expect("evaluations that the manager sees", 0, (await ReviewAsync()).GetProperty("evaluations").GetArrayLength());
        return "All have voted, and nobody, not even the manager, sees how: the ballot is sealed.";
    }

    private async Task<string> DecideAsync()
    {
        var chair = _cast.Person("Chair");
        await _cast.DoAsync(chair, "ballot/close");
        Expect("evaluations after the close", 3, (await ReviewAsync()).GetProperty("evaluations").GetArrayLength());
        await _cast.DoAsync(chair, "decision", new { datasets = new[] { new { datasetId = Dataset, isApproved = true, conditions = "" } }, reason = "" });
        Expect("what the researcher sees", "committeeReview", (await _cast.SeeAsync(Applicant, $"api/requests/{_cast.Id}")).GetProperty("stage").GetString());
        Expect("stage", "contracting", await _cast.DoAsync(Manager, "decision/notify"));
        return "Two to one for it. The researcher saw nothing of it before being told.";
    }

    private async Task<string> SignAsync()
    {
        await _cast.DoAsync(_cast.Person("Finance"), "estimate", new { extraHours = 0 });
        await _cast.DoAsync(Manager, "agreement");
        var official = _cast.Person("SigningOfficial");
        var sha256 = Hash(await _cast.ReadAsync(official, $"api/agreements/{_cast.Id}/versions/1/document"));
        Expect("refusal", "SignInFailed", await _cast.RefusedAsync(official, "agreement/sign", Signature(sha256, "not the password")));
        await _cast.DoAsync(official, "agreement/sign", Signature(sha256, official.Password));
        var signatory = _cast.Person("SocietySignatory");
        await _cast.DoAsync(signatory, "agreement/countersign", Signature(sha256, signatory.Password));
        return $"Both signed the file with the SHA-256 {sha256[..12]}..., each with their password; a wrong one was refused.";
    }

    private async Task<string> PayAsync()
    {
        var (first, second) = (_cast.Person("Finance"), _cast.Person("Finance", 1));
        await _cast.DoAsync(first, "invoice", new { });
        var total = (await _cast.SeeAsync(first, $"api/invoices?request={_cast.Id}")).GetProperty("items")[0].GetProperty("total").GetDecimal();
        await _cast.DoAsync(first, "payments", new { paymentId = "wire-1", amount = total, currency = "USD", bankReference = "TOUR-1", means = "wire" });
        Expect("refusal", "SecondPersonIsNeeded", await _cast.RefusedAsync(first, "payments/wire-1/confirm", new { reference = "TOUR-1" }));
        Expect("stage", "fulfilment", await _cast.DoAsync(second, "payments/wire-1/confirm", new { reference = "TOUR-1" }));
        return string.Create(CultureInfo.InvariantCulture, $"USD {total:0.00}. Whoever recorded it may not confirm it; a colleague did, and the request went on by itself.");
    }

    private async Task<JsonElement> ReviewAsync() => (await _cast.SeeAsync(Manager, $"api/requests/{_cast.Id}")).GetProperty("review");

    private TourPerson Reviewer(int number) => _cast.Person("Reviewer", number);

    // The demo's users have ids that are made of their addresses.
    private string IdOf(int reviewer) => $"user-demo-{Reviewer(reviewer).Email.Split('@')[0]}";

    private static object Signature(string sha256, string password) => new { fullName = "Demo Signer", capacity = "For the tour", sha256, password };

    internal static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
