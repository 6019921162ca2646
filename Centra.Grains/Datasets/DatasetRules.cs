using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Datasets;

/// <summary>The rules of datasets. Pure. (Design: requests.md, "Money, release, catalogue".)</summary>
public static class DatasetRules
{
    private const int MostOpenQuestions = 200;
    private const int MostInterested = 5_000;

    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<DatasetEvent>> Decide(
        string datasetId, DatasetState state, DatasetCommand command, DatasetFacts facts, string actor, DateTimeOffset now) => (command, state.Standing) switch
    {
        (AddDataset, _) when !Keys.IsKey(datasetId) => DatasetRefusal.DatasetIdIsWrong,
        (AddDataset add, DatasetStanding.None) => Happens(new DatasetAdded(add.About, now)),
        (AddDataset, _) => DatasetRefusal.DatasetIsListedAlready,
        (_, DatasetStanding.None) => DatasetRefusal.DatasetNotFound,
        (AnswerQuestion answer, _) => Answer(state, answer, actor, now),
        (_, DatasetStanding.Retired) => DatasetRefusal.DatasetIsRetired,
        (DescribeDataset describe, _) => Unless(DictionaryRules.WhatIsWrong(state with { About = describe.About }), new DatasetDescribed(describe.About)),
        (SetDictionary set, _) => Unless(DictionaryRules.WhatIsWrong(state with { Variables = set.Variables }), new DictionarySet(set.Variables)),
        (SetReleaseProfile set, _) => Unless(DictionaryRules.WhatIsWrong(state with { Profile = set.Profile }), new ReleaseProfileSet(set.Profile)),
        (SetUse set, _) => Use(set, facts),
        (AddVersion add, _) => Add(state, add, actor, now),
        (RetireDataset { Reason: not { Length: > 0 and <= 4000 } }, _) => DatasetRefusal.WordsAreMissing,
        (RetireDataset retire, _) => Happens(new DatasetRetired(retire.Reason)),
        (AskQuestion { Text: not { Length: > 0 and <= 4000 } }, _) => DatasetRefusal.WordsAreMissing,
        (AskQuestion, _) when state.OpenQuestions.Length >= MostOpenQuestions => DatasetRefusal.TooManyOpenQuestions,
        (AskQuestion ask, _) => Happens(new QuestionAsked(ask.QuestionId, ask.Text, actor, now)),
        (RegisterInterest interest, DatasetStanding.Coming) => Interest(state, interest, actor, now),
        (RegisterInterest, _) => DatasetRefusal.DatasetIsNotComing,
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name} in {state.Standing}."),
    };

    /// <summary>The state after an event.</summary>
    public static DatasetState Apply(DatasetState state, DatasetEvent happened) => happened switch
    {
        DatasetAdded added => state with { About = added.About, Standing = DatasetStanding.NotRequestable },
        DatasetDescribed described => state with { About = described.About },
        DictionarySet set => state with { Variables = set.Variables },
        UseSet set => state with { Standing = set.Standing, Use = new DatasetUse(set.CommitteeId, set.UsePolicy, set.OutsideAddress) },
        ReleaseProfileSet set => state with { Profile = set.Profile },
        VersionAdded added => state with { Versions = state.Versions.Add(added.Version) },
        DatasetRetired => state with { Standing = DatasetStanding.Retired },
        QuestionAsked asked => state with { OpenQuestions = state.OpenQuestions.Add(asked.QuestionId) },
        QuestionAnswered answered => state with { OpenQuestions = state.OpenQuestions.Remove(answered.QuestionId) },
        InterestRegistered interest => state with { Interested = state.Interested.Add(interest.By) },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<DatasetEvent>> Use(SetUse set, DatasetFacts facts) => set switch
    {
        { Standing: not (DatasetStanding.Requestable or DatasetStanding.Coming or DatasetStanding.OutsideProcess or DatasetStanding.NotRequestable) } => DatasetRefusal.StandingIsWrong,
        { Standing: DatasetStanding.Requestable } when !facts.IsCommitteeFounded => DatasetRefusal.CommitteeIsMissing,
        { Standing: DatasetStanding.Requestable, UsePolicy: not { Length: > 0 and <= 4000 } } => DatasetRefusal.UsePolicyIsMissing,
        { Standing: DatasetStanding.OutsideProcess } when !IsHttps(set.OutsideAddress) => DatasetRefusal.OutsideAddressIsMissing,
        _ => Happens(new UseSet(set.Standing, set.CommitteeId, set.UsePolicy, set.OutsideAddress)),
    };

    private static Result<ImmutableArray<DatasetEvent>> Add(DatasetState state, AddVersion add, string actor, DateTimeOffset now)
    {
        if (add.Note is not { Length: > 0 and <= 4000 })
            return DatasetRefusal.WordsAreMissing;
        if (DictionaryRules.WhatIsWrong(state.Variables, add.Columns) is { } wrong)
            return wrong;
        if (state.Current?.Sha256 == add.Sha256)
            return DatasetRefusal.VersionIsThereAlready;
        return Happens(new VersionAdded(new DatasetVersion(state.Versions.Length + 1, add.Sha256, add.Bytes, add.Rows, add.Columns, add.Note, now, actor)));
    }

    private static Result<ImmutableArray<DatasetEvent>> Answer(DatasetState state, AnswerQuestion answer, string actor, DateTimeOffset now) =>
        !state.OpenQuestions.Contains(answer.QuestionId) ? DatasetRefusal.QuestionNotFound
        : answer.Text is not { Length: > 0 and <= 4000 } ? DatasetRefusal.WordsAreMissing
        : Happens(new QuestionAnswered(answer.QuestionId, answer.Text, actor, now));

    private static Result<ImmutableArray<DatasetEvent>> Interest(DatasetState state, RegisterInterest interest, string actor, DateTimeOffset now) =>
        interest.Note is not { Length: <= 4000 } ? DatasetRefusal.WordsAreMissing
        : state.Interested.Contains(actor) ? ImmutableArray<DatasetEvent>.Empty
        : state.Interested.Length >= MostInterested ? DatasetRefusal.TooManyInterested
        : Happens(new InterestRegistered(interest.Note, actor, now));

    private static Result<ImmutableArray<DatasetEvent>> Unless(Refusal? wrong, DatasetEvent happened) => wrong is null ? Happens(happened) : wrong;

    private static bool IsHttps(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static ImmutableArray<DatasetEvent> Happens(DatasetEvent happened) => [happened];
}
