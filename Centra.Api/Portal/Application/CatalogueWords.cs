using Centra.Datasets;

namespace Centra.Api.Portal;

/// <summary>Words of the catalogue.</summary>
public static class CatalogueWords
{
    /// <summary>How carefully a dataset has to be handled, by its name.</summary>
    public static string Sensitivity(string name) => name switch
    {
        nameof(Datasets.Sensitivity.Open) => "open, published",
        nameof(Datasets.Sensitivity.Confidential) => "confidential, not about patients",
        nameof(Datasets.Sensitivity.DeIdentified) => "about patients, de-identified",
        nameof(Datasets.Sensitivity.LimitedDataSet) => "about patients, limited data set",
        _ => "not said",
    };

    /// <summary>A data use code with what it says.</summary>
    public static string Use(string code) => UseCodes.Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;
}
