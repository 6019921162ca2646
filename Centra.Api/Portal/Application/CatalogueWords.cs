using Centra.Datasets;
using Level = Centra.Datasets.Sensitivity;

namespace Centra.Api.Portal;

/// <summary>Words of the catalogue.</summary>
public static class CatalogueWords
{
    /// <summary>How carefully a dataset has to be handled, by its name.</summary>
    public static string Sensitivity(string name) => name switch
    {
        nameof(Level.Open) => "open, published",
        nameof(Level.Confidential) => "confidential, not about patients",
        nameof(Level.DeIdentified) => "about patients, de-identified",
        nameof(Level.LimitedDataSet) => "about patients, limited data set",
        _ => "not said",
    };

    /// <summary>A data use code with what it says.</summary>
    public static string Use(string code) => UseCodes.Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;
}
