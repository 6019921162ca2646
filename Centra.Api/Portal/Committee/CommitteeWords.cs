using Centra.Requests;
using Vote = Centra.Requests.Recommendation;

namespace Centra.Api.Portal;

/// <summary>Words of checks, ballots and decisions.</summary>
public static class CommitteeWords
{
    /// <summary>What a reviewer may recommend, to choose from.</summary>
    public static readonly (string, string)[] Recommendations =
    [
        ("", "Choose"), .. new[] { Vote.Approve, Vote.ApproveWithConditions, Vote.Deny, Vote.NeedsInformation }.Select(one => (one.ToString(), Recommendation(one))),
    ];

    /// <summary>Scores, to choose from.</summary>
    public static readonly (string, string)[] Scores = [("", "Choose"), ("1", "1, poor"), ("2", "2, weak"), ("3", "3, fair"), ("4", "4, good"), ("5", "5, excellent")];

    /// <summary>What may be found of a dataset, to choose from.</summary>
    public static readonly (string, string)[] Verdicts = [("", "Choose"), ("Available", "Available"), ("InPart", "Available in part"), ("NotAvailable", "Not available")];

    /// <summary>An outcome for a dataset, to choose from.</summary>
    public static readonly (string, string)[] Outcomes = [("", "Choose"), ("true", "Approve"), ("false", "Deny")];

    /// <summary>Yes or no, to choose from.</summary>
    public static readonly (string, string)[] YesNo = [("", "Choose"), ("true", "Yes"), ("false", "No")];

    /// <summary>A recommendation.</summary>
    public static string Recommendation(Vote recommendation) => recommendation switch
    {
        Vote.Approve => "Approve",
        Vote.ApproveWithConditions => "Approve with conditions",
        Vote.Deny => "Deny",
        Vote.NeedsInformation => "Needs information",
        _ => "None",
    };

    /// <summary>What was found of a dataset.</summary>
    public static string Verdict(DatasetAvailability? found) => found?.Verdict switch
    {
        Availability.Available => "Available",
        Availability.InPart => "Available in part",
        Availability.NotAvailable => "Not available",
        _ => "Not looked at yet",
    };

    /// <summary>How a ballot stands, by its name.</summary>
    public static string Standing(string name) => name switch
    {
        "Open" => "open",
        "Closed" => "closed with a quorum",
        "NoQuorum" => "short of its quorum",
        _ => name,
    };

    /// <summary>Whether the committee looks at a dataset.</summary>
    public static bool IsAvailable(RequestedDatasetView dataset) => dataset.Availability?.Verdict is Availability.Available or Availability.InPart;
}
