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

    /// <summary>Whether and how a dataset can be asked for.</summary>
    public static string Standing(DatasetStanding standing) => standing switch
    {
        DatasetStanding.Requestable => "can be asked for",
        DatasetStanding.Coming => "coming",
        DatasetStanding.OutsideProcess => "has a process of its own",
        DatasetStanding.NotRequestable => "cannot be asked for",
        DatasetStanding.Retired => "retired",
        _ => "not said",
    };

    /// <summary>The years that a dataset covers.</summary>
    public static string Years(long? from, long? to) => (from, to) switch
    {
        (null, null) => "years not said",
        ({ } first, null) => $"from {first}",
        (null, { } last) => $"up to {last}",
        ({ } first, { } last) => first == last ? $"{first}" : $"{first} to {last}",
    };

    /// <summary>What a variable's values are.</summary>
    public static string Type(VariableType type) => type switch
    {
        VariableType.Whole => "whole number",
        VariableType.None => "",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>A data use code with what it says.</summary>
    public static string Use(string code) => UseCodes.Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;
}
