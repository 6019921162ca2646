using System.Collections.Immutable;
using Orleans;
using static Centra.Datasets.DatasetRefusal;

namespace Centra.Datasets;

/// <summary>What can be commanded of a dataset: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.command")]
[RefusedWith(DatasetNotFound, DatasetIsRetired)]
public abstract record DatasetCommand;

/// <summary>A dataset is listed, not requestable yet. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.add")]
[RefusedWith(DatasetIdIsWrong, DatasetIsListedAlready, DatasetDocumentIsWrong)]
public sealed record AddDataset([property: Id(0)] DatasetDescription About) : DatasetCommand;

/// <summary>What it is, said anew. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.describe")]
[RefusedWith(DatasetDocumentIsWrong)]
public sealed record DescribeDataset([property: Id(0)] DatasetDescription About) : DatasetCommand;

/// <summary>The dictionary as a whole. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.set-dictionary")]
[RefusedWith(DatasetDocumentIsWrong, VariableIdentifiesPeople, DictionaryLacksColumns, ProfileIsNotOfTheDictionary, GeneralisationIsWrong, KIsTooSmall)]
public sealed record SetDictionary([property: Id(0)] ImmutableArray<DatasetVariable> Variables) : DatasetCommand;

/// <summary>Whether, from whom and for what it can be asked. By a data steward.</summary>
/// <param name="Standing">Any but None and Retired.</param>
/// <param name="CommitteeId">Needed for Requestable.</param>
/// <param name="UsePolicy">Needed for Requestable.</param>
/// <param name="OutsideAddress">Needed for OutsideProcess: an https address.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.set-use")]
[RefusedWith(DatasetDocumentIsWrong, StandingIsWrong, CommitteeIsMissing, UsePolicyIsMissing, OutsideAddressIsMissing)]
public sealed record SetUse(
    [property: Id(0)] DatasetStanding Standing, [property: Id(1)] string? CommitteeId, [property: Id(2)] string? UsePolicy, [property: Id(3)] string? OutsideAddress) : DatasetCommand;

/// <summary>What may leave, and how. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.set-release-profile")]
[RefusedWith(DatasetDocumentIsWrong, ProfileIsNotOfTheDictionary, GeneralisationIsWrong, KIsTooSmall)]
public sealed record SetReleaseProfile([property: Id(0)] ReleaseProfile Profile) : DatasetCommand;

/// <summary>A file of rows, stored already and read through once. By a data steward.</summary>
/// <param name="Sha256">Its SHA-256, which is its name in the file store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its header.</param>
/// <param name="Note">What is new.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.add-version")]
[RefusedWith(WordsAreMissing, DictionaryIsMissing, ColumnsAreNotOfTheDictionary, ValueIsNotOfTheDictionary, FileIsUnreadable, FileIsTooLarge, VersionIsThereAlready)]
public sealed record AddVersion(
    [property: Id(0)] string Sha256, [property: Id(1)] long Bytes, [property: Id(2)] long Rows, [property: Id(3)] ImmutableArray<string> Columns, [property: Id(4)] string Note) : DatasetCommand;

/// <summary>It is no longer given out. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.retire")]
[RefusedWith(WordsAreMissing)]
public sealed record RetireDataset([property: Id(0)] string Reason) : DatasetCommand;

/// <summary>A question for the steward. By anybody signed in.</summary>
/// <param name="QuestionId">A new id.</param>
/// <param name="Text">The question; nothing about patients.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.ask")]
[RefusedWith(WordsAreMissing, TooManyOpenQuestions)]
public sealed record AskQuestion([property: Id(0)] string QuestionId, [property: Id(1)] string Text) : DatasetCommand;

/// <summary>The steward's answer. By a data steward.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.answer")]
[RefusedWith(QuestionNotFound, WordsAreMissing)]
public sealed record AnswerQuestion([property: Id(0)] string QuestionId, [property: Id(1)] string Text) : DatasetCommand;

/// <summary>Wants to hear when the dataset comes. By anybody signed in.</summary>
[GenerateSerializer, Immutable, Alias("centra.datasets.register-interest")]
[RefusedWith(DatasetIsNotComing, WordsAreMissing, TooManyInterested)]
public sealed record RegisterInterest([property: Id(0)] string Note) : DatasetCommand;
