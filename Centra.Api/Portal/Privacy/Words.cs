using Centra.ReviewLane;

namespace Centra.Api.Portal;

// The review lane.
public static partial class Words
{
    /// <summary>Why something is in the review lane.</summary>
    public static string Kind(ReviewKind kind) => kind switch
    {
        ReviewKind.Incoming => "Incoming record",
        ReviewKind.Stored => "Stored patient",
        ReviewKind.Dispute => "Objection of the practice",
        _ => "Unknown",
    };

    /// <summary>Where it stands.</summary>
    public static string State(ReviewState state) => state switch
    {
        ReviewState.Open => "waits for an officer",
        ReviewState.Proposed => "someone else, said one officer; a second has to agree",
        ReviewState.Same => "the same person: erased",
        ReviewState.SomeoneElse => "someone else: let in",
        ReviewState.Expired => "nobody decided in time: it was deleted and stays out",
        _ => "closed",
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
