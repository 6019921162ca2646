namespace Centra.Service.Tests.Hosts;

/// <summary>What is sent in the life of a request.</summary>
public static class StoryBodies
{
    /// <summary>What is asked for.</summary>
    public static readonly string[] Variables = ["abstract_id", "year", "track"];

    /// <summary>Who pays for the study.</summary>
    public static readonly string[] Funders = ["Northern Fund"];

    /// <summary>The section that questions are about.</summary>
    public static readonly string[] Sections = ["question"];

    private static readonly string[] Criteria = ["scientific-merit", "team-qualifications", "concordance"];
    private static readonly string[] Checklist = ["research-purpose", "use-codes", "least-necessary", "no-identification", "ethics", "security", "responsible-institution", "funding-disclosed"];

    public static object Available => new { datasets = new[] { new { datasetId = RequestCast.Dataset, verdict = "available", cohortSuffices = true, variablesSuffice = true, yearsSuffice = true, note = "" } } };

    public static object Extract => new { extracts = new[] { new { datasetId = RequestCast.Dataset, version = 1, variables = new[] { "year", "track" }, filters = Array.Empty<object>() } } };

    public static object Policy(bool isConsistent) => new { isConsistent, checklist = Checklist.Select(item => new { item, isMet = isConsistent, note = "" }), reasons = isConsistent ? "" : "Not the purpose that the data are for." };

    public static object Evaluation(string recommendation) => new
    {
        datasets = new[] { new { datasetId = RequestCast.Dataset, recommendation, conditions = "" } },
        scores = Criteria.Select(criterion => new { criterion, score = 4, words = "secret-words" }),
    };

    public static object Decision(bool isApproved) => new { datasets = new[] { new { datasetId = RequestCast.Dataset, isApproved, conditions = "" } }, reason = isApproved ? "" : "Not a question for these data." };

    public static object Payment(string paymentId) => new { paymentId, amount = 250.00m, currency = "USD", bankReference = "BANK-1", means = "wire" };

    public static object Signature(string sha256, string password = AppPeople.Password) => new { fullName = "Cleo Hart", capacity = "Provost", sha256, password };
}
