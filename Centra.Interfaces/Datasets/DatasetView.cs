using System.Collections.Immutable;
using Orleans;

namespace Centra.Datasets;

/// <summary>A dataset.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="About">What it is.</param>
/// <param name="Standing">Whether it can be asked for.</param>
/// <param name="OutsideAddress">Where it is asked for instead.</param>
/// <param name="CommitteeId">Who decides about requests for it.</param>
/// <param name="UsePolicy">What it may be used for, in words.</param>
/// <param name="CurrentVersion">Number of the version that is given out; 0: none yet.</param>
/// <param name="Versions">All versions, oldest first.</param>
/// <param name="Variables">The dictionary.</param>
/// <param name="ReleaseProfile">What may leave; null: nothing yet.</param>
/// <param name="AskAddress">The route that questions about it are sent to.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.view")]
public sealed record DatasetView(
    [property: Id(0)] string DatasetId,
    [property: Id(1)] DatasetDescription About,
    [property: Id(2)] DatasetStanding Standing,
    [property: Id(3)] string? OutsideAddress,
    [property: Id(4)] string? CommitteeId,
    [property: Id(5)] string? UsePolicy,
    [property: Id(6)] int CurrentVersion,
    [property: Id(7)] ImmutableArray<DatasetVersion> Versions,
    [property: Id(8)] ImmutableArray<DatasetVariable> Variables,
    [property: Id(9)] ReleaseProfile? ReleaseProfile,
    [property: Id(10)] string AskAddress)
{
    /// <summary>What it is called.</summary>
    public string Title => About.Title;

    /// <summary>How carefully it has to be handled.</summary>
    public Sensitivity Sensitivity => About.Sensitivity;

    /// <summary>Data use codes (DUO).</summary>
    public ImmutableArray<string> UseCodes => About.UseCodes;

    /// <summary>Who answers for it.</summary>
    public string? StewardId => About.StewardId;

    /// <summary>Its line of the price book.</summary>
    public string PriceLine => About.PriceLine;

    /// <summary>First year covered.</summary>
    public int? FromYear => About.FromYear;

    /// <summary>Last year covered; null: still growing, or not known.</summary>
    public int? ToYear => About.ToYear;

    /// <summary>The version that is given out; null: none yet.</summary>
    public DatasetVersion? Current => Versions.FirstOrDefault(version => version.Number == CurrentVersion);
}

/// <summary>What a dataset is.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Description">More, Markdown.</param>
/// <param name="Source">Where the data come from.</param>
/// <param name="Sensitivity">How carefully it has to be handled.</param>
/// <param name="UseCodes">Data use codes (DUO).</param>
/// <param name="PriceLine">Its line of the price book.</param>
/// <param name="FromYear">First year covered.</param>
/// <param name="ToYear">Last year covered.</param>
/// <param name="StewardId">Who answers for it; null: the data stewards together.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.description")]
public sealed record DatasetDescription(
    [property: Id(0)] string Title,
    [property: Id(1)] string Summary,
    [property: Id(2)] string Description,
    [property: Id(3)] string Source,
    [property: Id(4)] Sensitivity Sensitivity,
    [property: Id(5)] ImmutableArray<string> UseCodes,
    [property: Id(6)] string PriceLine,
    [property: Id(7)] int? FromYear,
    [property: Id(8)] int? ToYear,
    [property: Id(9)] string? StewardId);

/// <summary>A version of a dataset's rows. Never changed.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Sha256">SHA-256 of the CSV file, 64 hex digits; also its name in the file store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Columns">Columns in the file's order.</param>
/// <param name="Note">What is new.</param>
/// <param name="AddedAt">When.</param>
/// <param name="AddedBy">By whom.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.version")]
public sealed record DatasetVersion(
    [property: Id(0)] int Number,
    [property: Id(1)] string Sha256,
    [property: Id(2)] long Bytes,
    [property: Id(3)] long Rows,
    [property: Id(4)] ImmutableArray<string> Columns,
    [property: Id(5)] string Note,
    [property: Id(6)] DateTimeOffset AddedAt,
    [property: Id(7)] string AddedBy);

/// <summary>A variable of a dataset's dictionary.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Meaning">What it holds and how.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Identifying">What it says about who a row is about.</param>
/// <param name="IsFacet">Whether cohorts may be counted by it.</param>
/// <param name="Values">Its values, where it has a list of them.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.variable")]
public sealed record DatasetVariable(
    [property: Id(0)] string Name,
    [property: Id(1)] string Label,
    [property: Id(2)] string Meaning,
    [property: Id(3)] VariableType Type,
    [property: Id(4)] IdentifyingKind Identifying,
    [property: Id(5)] bool IsFacet,
    [property: Id(6)] ImmutableArray<string> Values);

/// <summary>What of a dataset may leave, and how.</summary>
/// <param name="Columns">Variables that may be in an extract; no others are.</param>
/// <param name="QuasiIdentifiers">Those of them that together might tell who somebody is.</param>
/// <param name="K">Least number of rows for each combination of their values; 11 or more unless the dataset is open.</param>
/// <param name="IsRecordLevel">Whether single records may leave; else aggregates only.</param>
/// <param name="Generalisations">How quasi-identifiers are made coarser where too few rows share them; null: such rows are left out.</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.release-profile")]
public sealed record ReleaseProfile(
    [property: Id(0)] ImmutableArray<string> Columns,
    [property: Id(1)] ImmutableArray<string> QuasiIdentifiers,
    [property: Id(2)] int K,
    [property: Id(3)] bool IsRecordLevel,
    [property: Id(4)] ImmutableArray<Generalisation>? Generalisations = null);

/// <summary>How a variable is made coarser in rows that stand out.</summary>
/// <param name="Variable">A quasi-identifier.</param>
/// <param name="Band">For years and whole numbers: the width of bands, such as 5 for 2010-2014; 0: the value becomes "other".</param>
[GenerateSerializer, Immutable, Alias("centra.datasets.generalisation")]
public sealed record Generalisation([property: Id(0)] string Variable, [property: Id(1)] int Band);
