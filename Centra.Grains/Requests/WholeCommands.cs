using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>A list that a sender left out, or an entry of it, is nothing: so that rules see lists, and refuse what they lack. Pure.</summary>
internal static class WholeCommands
{
    public static RequestCommand Of(RequestCommand command) => command switch
    {
        AskQuestion ask => ask with { Sections = Whole(ask.Sections) },
        AddDataset ask => ask with { Variables = Whole(ask.Variables) },
        DeclareInterests interests => interests with { CoAuthors = Whole(interests.CoAuthors), Funders = Whole(interests.Funders) },
        RecordAvailability record => record with { Datasets = Whole(record.Datasets) },
        RecordPolicyCheck record => record with { Checklist = Whole(record.Checklist) },
        AssignReviewers assign => assign with { Reviewers = Whole(assign.Reviewers) },
        Evaluate evaluate => evaluate with { Datasets = Whole(evaluate.Datasets), Scores = Whole(evaluate.Scores) },
        Decide decide => decide with { Datasets = Whole(decide.Datasets) },
        CorrectDecision correct => correct with { Datasets = Whole(correct.Datasets) },
        _ => command,
    };

    private static ImmutableArray<T> Whole<T>(ImmutableArray<T> given)
        where T : class => given.IsDefault ? [] : given.RemoveAll(one => one is null);
}
