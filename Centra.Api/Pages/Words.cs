using Centra.ReviewLane;

namespace Centra.Api.Pages;

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

    /// <summary>What the practice that holds the form said.</summary>
    public static string Answer(ReviewItemView item) => (item.Question, item.Answer) switch
    {
        (ReviewQuestion.None, _) => "Not asked",
        (_, ReviewAnswer.None) => "Asked, no answer yet",
        (_, ReviewAnswer.Same) => "The same person",
        (_, ReviewAnswer.Different) => "Someone else",
        _ => "Cannot tell",
    };
}
