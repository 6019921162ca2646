using System.Collections.Frozen;

namespace Centra.Datasets;

/// <summary>Codes of the Data Use Ontology (DUO, GA4GH) that datasets are marked with: permissions first, then what modifies them.</summary>
public static class UseCodes
{
    /// <summary>Code and what it says.</summary>
    public static FrozenDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["DUO:0000004"] = "No restriction",
        ["DUO:0000042"] = "General research use",
        ["DUO:0000006"] = "Health, medical or biomedical research",
        ["DUO:0000007"] = "Disease-specific research",
        ["DUO:0000011"] = "Population origins or ancestry research only",
        ["DUO:0000012"] = "Research-specific restrictions",
        ["DUO:0000015"] = "No general methods research",
        ["DUO:0000016"] = "Genetic studies only",
        ["DUO:0000018"] = "Not for profit, non-commercial use only",
        ["DUO:0000019"] = "Publication required",
        ["DUO:0000020"] = "Collaboration required",
        ["DUO:0000021"] = "Ethics approval required",
        ["DUO:0000022"] = "Geographical restriction",
        ["DUO:0000024"] = "Publication moratorium",
        ["DUO:0000025"] = "Time limit on use",
        ["DUO:0000026"] = "User-specific restriction",
        ["DUO:0000027"] = "Project-specific restriction",
        ["DUO:0000028"] = "Institution-specific restriction",
        ["DUO:0000029"] = "Return of results to the source",
        ["DUO:0000043"] = "Clinical care use",
        ["DUO:0000044"] = "No population origins or ancestry research",
        ["DUO:0000045"] = "Not-for-profit organisations only",
        ["DUO:0000046"] = "Non-commercial use only",
    }.ToFrozenDictionary();
}
