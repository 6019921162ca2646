namespace Centra.Storage;

/// <summary>
/// What a request is found by, in one text: the words of title, investigator and id, and a mark for everything that lists are filtered by.
/// One index over it answers any filter together with any words.
/// </summary>
public static class RequestWords
{
    /// <summary>The text of a request.</summary>
    public static string Of(RequestRow row, IReadOnlyCollection<RequestPersonRow> people, IEnumerable<RequestDatasetRow> datasets, IReadOnlyCollection<RequestActRow> acts) =>
        string.Join(' ', Own(row)
            .Concat(people.SelectMany(person => new[] { RequestMarks.User(person.UserId), RequestMarks.Part(person.Part, person.UserId) }))
            .Concat(acts.Select(act => RequestMarks.Act(act.Act, act.UserId))).Concat(Votes(people, acts))
            .Concat(datasets.Select(dataset => RequestMarks.Dataset(dataset.DatasetId))).Distinct());

    private static IEnumerable<string> Votes(IEnumerable<RequestPersonRow> people, IEnumerable<RequestActRow> acts)
    {
        var seats = people.Where(person => person.Part == "Reviewer").Select(person => person.UserId).ToHashSet();
        if (seats.Count > 0 && seats.IsSubsetOf(acts.Where(act => act.Act == "Evaluated").Select(act => act.UserId)))
            yield return RequestMarks.VotesAreIn;
    }

    /// <summary>The text of a request whose people, their acts and datasets are those that its text has.</summary>
    public static string Again(RequestRow row) =>
        string.Join(' ', Own(row).Concat(row.Words.Split(' ').Where(RequestMarks.IsOfOthers)).Distinct());

    private static IEnumerable<string> Own(RequestRow row) => SearchWords.Of($"{row.Title} {row.Investigator} {row.RequestId}").Concat(Marks(row));

    private static IEnumerable<string> Marks(RequestRow row)
    {
        if (row.Stage != "Draft")
            yield return RequestMarks.HandedIn;
        yield return RequestMarks.Stage(row.Stage);
        yield return RequestMarks.Ball(row.Ball);
        if (row.InstitutionId.Length > 0)
            yield return RequestMarks.Institution(row.InstitutionId);
        if (row.AgreementVersion > 0)
            yield return RequestMarks.Agreed;
        if (row.OpenQuestions > 0)
            yield return RequestMarks.Asked;
    }
}
