using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Centra.Documents;

namespace Centra.Datasets;

/// <summary>Reads what people write about datasets.</summary>
public static partial class DatasetDocuments
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Reads a body.</summary>
    public static Result<T> Read<T>(string json, Func<Fields, T> read) => Document.Read(json, read, DatasetRefusal.DatasetDocumentIsWrong);

    /// <summary>What a dataset is.</summary>
    public static DatasetDescription Description(Fields fields)
    {
        var about = new DatasetDescription(
            fields.Text("title"), fields.Text("summary", 500), fields.Prose("description", 20_000), fields.Text("source", 2000), fields.Choice<Sensitivity>("sensitivity"),
            fields.Texts("useCodes", least: 1, most: 20), fields.Key("priceLine"), fields.WholeOrNull("fromYear", FirstYear, LastYear), fields.WholeOrNull("toYear", FirstYear, LastYear),
            fields.TextOrNull("stewardId"));
        foreach (var code in about.UseCodes.Where(code => !UseCodes.Names.ContainsKey(code)))
            fields.Fault("useCodes", $"has a code that is not one of the Data Use Ontology's that are known here: {string.Join(", ", UseCodes.Names.Keys.Order())}");
        if (about.ToYear < about.FromYear)
            fields.Fault("toYear", "lies before fromYear");
        return about;
    }

    /// <summary>The dictionary.</summary>
    public static SetDictionary Dictionary(Fields fields)
    {
        var variables = fields.List("variables", Variable, least: 1);
        fields.Once("variables", variables.Select(variable => variable.Name));
        return new SetDictionary(variables);
    }

    /// <summary>Whether, from whom and for what it can be asked.</summary>
    public static SetUse Use(Fields fields) => new(
        fields.Choice<DatasetStanding>("standing"), fields.TextOrNull("committeeId"), fields.TextOrNull("usePolicy", 4000), fields.TextOrNull("outsideAddress", 500));

    /// <summary>What may leave.</summary>
    public static ReleaseProfile Profile(Fields fields) => new(
        fields.Texts("columns", least: 1), fields.Texts("quasiIdentifiers"), fields.Whole("k", 1, 1000), fields.Flag("isRecordLevel", false), Coarser(fields));

    private static ImmutableArray<Generalisation>? Coarser(Fields fields)
    {
        var coarser = fields.List("generalisations", item => new Generalisation(item.Text("variable", 64), item.Whole("band", 0, 100)));
        fields.Once("generalisations", coarser.Select(one => one.Variable));
        return coarser.IsEmpty ? null : coarser;
    }

    private static DatasetVariable Variable(Fields item)
    {
        var variable = new DatasetVariable(
            item.Text("name", 64), item.Text("label"), item.Text("meaning", 1000), item.Choice<VariableType>("type"),
            item.Choice<IdentifyingKind>("identifying", IdentifyingKind.None), item.Flag("isFacet", false), item.Texts("values", longest: 100));
        if (!NameForm().IsMatch(variable.Name))
            item.Fault("name", "needs to begin with a letter and to have letters, digits and underscores only");
        if (variable.Values.IsEmpty && (variable.IsFacet || variable.Type is VariableType.Code))
            item.Fault("values", "are needed for a code and for a facet");
        item.Once("values", variable.Values);
        return variable;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\z")]
    private static partial Regex NameForm();
}
