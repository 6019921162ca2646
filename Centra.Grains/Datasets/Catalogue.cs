using System.Collections.Immutable;
using System.Reflection;
using Centra.Documents;

namespace Centra.Datasets;

/// <summary>The first catalogue, written as JSON beside this file. It says what is known to the public in general words; figures come with the first version's rows.</summary>
public static class Catalogue
{
    /// <summary>The datasets that an installation begins with.</summary>
    public static ImmutableArray<CatalogueItem> First()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Centra.Datasets.catalogue.json")!;
        using var reader = new StreamReader(stream);
        var read = DatasetDocuments.Read(reader.ReadToEnd(), fields => fields.List("datasets", Item, least: 1));
        return read.IsRefused ? throw new InvalidOperationException(read.Refusal.Detail) : read.Value;
    }

    private static CatalogueItem Item(Fields fields)
    {
        var profile = fields.Within("releaseProfile", DatasetDocuments.Profile);
        DatasetCommand?[] commands =
        [
            new AddDataset(fields.Within("about", DatasetDocuments.Description)!),
            fields.Within("dictionary", DatasetDocuments.Dictionary),
            profile is null ? null : new SetReleaseProfile(profile),
            fields.Within("use", DatasetDocuments.Use),
        ];
        return new CatalogueItem(fields.Key("id"), [.. commands.OfType<DatasetCommand>()]);
    }
}

/// <summary>A dataset of the first catalogue, and the commands that make it.</summary>
public sealed record CatalogueItem(string DatasetId, ImmutableArray<DatasetCommand> Commands);
