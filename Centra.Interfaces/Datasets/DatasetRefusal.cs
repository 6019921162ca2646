namespace Centra.Datasets;

/// <summary>Why something about a dataset is refused.</summary>
public enum DatasetRefusal
{
    /// <summary>There is no such dataset.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such dataset.")]
    DatasetNotFound = 1,

    /// <summary>The id is taken.</summary>
    [Refuses(RefusalKind.Conflict, "There is a dataset with this id already.")]
    DatasetIsListedAlready = 2,

    /// <summary>Nothing about a retired dataset changes.</summary>
    [Refuses(RefusalKind.Conflict, "This dataset is retired.")]
    DatasetIsRetired = 3,

    /// <summary>A body does not read as what it should be; the detail names the fields.</summary>
    [Refuses(RefusalKind.Invalid, "What was sent about the dataset cannot be read.")]
    DatasetDocumentIsWrong = 4,

    /// <summary>Requests would have nobody to decide them.</summary>
    [Refuses(RefusalKind.Conflict, "A requestable dataset needs a committee that exists.")]
    CommitteeIsMissing = 5,

    /// <summary>Requests would have nothing to be checked against.</summary>
    [Refuses(RefusalKind.Invalid, "A requestable dataset needs words on what it may be used for.")]
    UsePolicyIsMissing = 6,

    /// <summary>Nobody would know where to ask.</summary>
    [Refuses(RefusalKind.Invalid, "A dataset with a process of its own needs the https address of that process.")]
    OutsideAddressIsMissing = 7,

    /// <summary>None and Retired are not set this way.</summary>
    [Refuses(RefusalKind.Invalid, "Standing is one of requestable, coming, outsideProcess, notRequestable. Retire a dataset with its own command.")]
    StandingIsWrong = 8,

    /// <summary>Rows without a dictionary mean nothing.</summary>
    [Refuses(RefusalKind.Conflict, "The dataset needs a dictionary first.")]
    DictionaryIsMissing = 9,

    /// <summary>A column that the dictionary does not know, or lacks.</summary>
    [Refuses(RefusalKind.Invalid, "The file's columns are not those of the dictionary.")]
    ColumnsAreNotOfTheDictionary = 10,

    /// <summary>A cell does not hold what its variable holds; the detail names line and column, never the cell.</summary>
    [Refuses(RefusalKind.Invalid, "A value is not what the dictionary says.")]
    ValueIsNotOfTheDictionary = 11,

    /// <summary>The file is no CSV with a header.</summary>
    [Refuses(RefusalKind.Invalid, "The file is no CSV (RFC 4180, UTF-8) with a header and at least one row.")]
    FileIsUnreadable = 12,

    /// <summary>The file is larger than the limit.</summary>
    [Refuses(RefusalKind.TooLarge, "A version has at most 1 GB.")]
    FileIsTooLarge = 13,

    /// <summary>Only open data name people.</summary>
    [Refuses(RefusalKind.Invalid, "A dataset that is not open holds no variable that says who somebody is.")]
    VariableIdentifiesPeople = 14,

    /// <summary>The same file as the current version's.</summary>
    [Refuses(RefusalKind.Conflict, "This file is the current version already.")]
    VersionIsThereAlready = 15,

    /// <summary>The dictionary would lose a column of the current version.</summary>
    [Refuses(RefusalKind.Conflict, "The current version has columns that this dictionary lacks.")]
    DictionaryLacksColumns = 16,

    /// <summary>An allow list names what the dictionary does not.</summary>
    [Refuses(RefusalKind.Invalid, "A release profile lists columns of the dictionary, and its quasi-identifiers are among them, all that the dictionary marks.")]
    ProfileIsNotOfTheDictionary = 17,

    /// <summary>Too few to hide among.</summary>
    [Refuses(RefusalKind.Invalid, "K is 11 or more, unless the dataset is open.")]
    KIsTooSmall = 18,

    /// <summary>Interest is registered in what is to come.</summary>
    [Refuses(RefusalKind.Conflict, "Interest is registered in datasets that are to come.")]
    DatasetIsNotComing = 19,

    /// <summary>There is no such question.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such question, or it is answered.")]
    QuestionNotFound = 20,

    /// <summary>Words are missing or too many.</summary>
    [Refuses(RefusalKind.Invalid, "This needs 1 to 4,000 characters.")]
    WordsAreMissing = 21,

    /// <summary>A dataset keeps at most 200 open questions.</summary>
    [Refuses(RefusalKind.TooMany, "This dataset has many open questions. Ask again when the steward has answered some.")]
    TooManyOpenQuestions = 22,

    /// <summary>There is nothing to count.</summary>
    [Refuses(RefusalKind.Conflict, "This dataset has no version that could be counted.")]
    DatasetHasNoRows = 23,

    /// <summary>A variable that is no facet, twice the same, or a value that is not listed.</summary>
    [Refuses(RefusalKind.Invalid, "Cohorts are counted by facets of the dictionary, each once, and by their listed values.")]
    FacetIsWrong = 24,

    /// <summary>More facets would single people out.</summary>
    [Refuses(RefusalKind.Invalid, "At most three facets are combined.")]
    TooManyFacets = 25,

    /// <summary>Counting on and on would single people out.</summary>
    [Refuses(RefusalKind.TooMany, "This is as many counts as one person has within 24 hours.")]
    TooManyCounts = 26,

    /// <summary>The id of a dataset is part of addresses.</summary>
    [Refuses(RefusalKind.Invalid, "The id of a dataset has 2 to 60 small letters, digits and hyphens, and begins with a letter.")]
    DatasetIdIsWrong = 27,

    /// <summary>Cohorts are counted before asking, so of what can be asked for.</summary>
    [Refuses(RefusalKind.Conflict, "This dataset cannot be requested, so its cohorts are not counted.")]
    DatasetIsNotRequestable = 28,

    /// <summary>Interest is registered once.</summary>
    [Refuses(RefusalKind.TooMany, "As many people as are kept have registered interest in this dataset already.")]
    TooManyInterested = 29,

    /// <summary>What is made coarser is a quasi-identifier; bands are for years and whole numbers.</summary>
    [Refuses(RefusalKind.Invalid, "A generalisation is of a quasi-identifier; bands of 2 or more are for years and whole numbers, 0 makes a value \"other\".")]
    GeneralisationIsWrong = 30,
}
