using System.Collections.Immutable;

namespace Centra.Datasets;

/// <summary>A dataset, as its rules see it.</summary>
/// <param name="About">What it is; null before it was listed.</param>
/// <param name="Standing">Whether it can be asked for.</param>
/// <param name="Use">From whom, for what and where it is asked.</param>
/// <param name="Variables">The dictionary.</param>
/// <param name="Versions">Versions, oldest first; the last is given out.</param>
/// <param name="Profile">What may leave.</param>
/// <param name="OpenQuestions">Ids of questions without an answer.</param>
/// <param name="Interested">Who wants to hear when it comes.</param>
public sealed record DatasetState(
    DatasetDescription? About, DatasetStanding Standing, DatasetUse Use, ImmutableArray<DatasetVariable> Variables, ImmutableArray<DatasetVersion> Versions,
    ReleaseProfile? Profile, ImmutableArray<string> OpenQuestions, ImmutableArray<string> Interested)
{
    /// <summary>Before it was listed.</summary>
    public static DatasetState None { get; } = new(null, DatasetStanding.None, new DatasetUse(null, null, null), [], [], null, [], []);

    /// <summary>The version that is given out.</summary>
    public DatasetVersion? Current => Versions.LastOrDefault();

    /// <summary>Whether it is open: published, so that names in it are no secret.</summary>
    public bool IsOpen => About?.Sensitivity is Sensitivity.Open;
}

/// <summary>From whom, for what and where a dataset is asked.</summary>
public sealed record DatasetUse(string? CommitteeId, string? Policy, string? OutsideAddress);

/// <summary>What other grains know that a command depends on.</summary>
/// <param name="IsCommitteeFounded">Whether the committee named exists.</param>
public sealed record DatasetFacts(bool IsCommitteeFounded);

/// <summary>A dataset as it is stored.</summary>
public sealed record DatasetRecord
{
    /// <summary>What it is.</summary>
    public DatasetDescription? About { get; init; }

    /// <summary>Whether it can be asked for.</summary>
    public DatasetStanding Standing { get; init; }

    /// <summary>From whom, for what and where it is asked.</summary>
    public DatasetUse? Use { get; init; }

    /// <summary>The dictionary.</summary>
    public DatasetVariable[]? Variables { get; init; }

    /// <summary>Versions, oldest first.</summary>
    public DatasetVersion[]? Versions { get; init; }

    /// <summary>What may leave.</summary>
    public ReleaseProfile? Profile { get; init; }

    /// <summary>Questions without an answer.</summary>
    public string[]? OpenQuestions { get; init; }

    /// <summary>Who wants to hear.</summary>
    public string[]? Interested { get; init; }
}
