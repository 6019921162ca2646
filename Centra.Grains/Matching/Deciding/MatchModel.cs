using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Centra.Matching;

/// <summary>Weights and thresholds of the decision: versioned data, changed without changing code.</summary>
public sealed class MatchModel
{
    private const string Resource = "Centra.Matching.match-model.json";

    private static readonly Lazy<MatchModel> Shipped = new(LoadShipped);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly double[,] weights;
    private readonly MatchModelData data;

    private MatchModel(MatchModelData data)
    {
        this.data = data;
        weights = MatchWeights.Checked(data);
    }

    /// <summary>The model that this program ships with.</summary>
    public static MatchModel Current => Shipped.Value;

    /// <summary>Raised with every change of a weight or threshold; kept with every decision that people see.</summary>
    public int Version => data.Version;

    /// <summary>Bits from which on a record is suppressed.</summary>
    public double SuppressAt => data.SuppressAt;

    /// <summary>Bits from which on a record is reviewed.</summary>
    public double ReviewAt => data.ReviewAt;

    /// <summary>
    /// Whether evidence that a whole household shares may suppress. False in every shipped model; true only to measure what the rule costs.
    /// </summary>
    public bool HouseholdAloneSuppresses => data.HouseholdAloneSuppresses;

    /// <summary>A model from its JSON.</summary>
    /// <exception cref="InvalidDataException">A weight is missing, or more agreement would weigh less.</exception>
    public static MatchModel Parse(string json) =>
        new(JsonSerializer.Deserialize<MatchModelData>(json, Json) ?? throw new InvalidDataException("The match model is empty."));

    /// <summary>The same model with the household rule switched off, for measurements.</summary>
    public MatchModel WithoutHouseholdRule() => new(data with { HouseholdAloneSuppresses = true });

    /// <summary>Weight of one level of one field, in bits.</summary>
    public double WeightOf(MatchField field, AgreementLevel level) => weights[(int)field, (int)level];

    /// <summary>Bits that the size of the register weighs against any match.</summary>
    public double Prior(long optOuts) => Math.Log2(Math.Max(optOuts, data.SmallestPrior));

    /// <summary>
    /// All fields' weights. Postal code, address and phone move together when a household moves, so their sum is bounded both ways.
    /// </summary>
    public double Evidence(AgreementPattern pattern)
    {
        double person = 0, residence = 0;
        foreach (var field in AgreementPattern.Fields)
        {
            var weight = WeightOf(field, pattern[field]);
            if (field >= MatchField.PostalCode)
                residence += weight;
            else
                person += weight;
        }

        return person + Math.Clamp(residence, data.Residence.Least, data.Residence.Most);
    }

    private static MatchModel LoadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}

/// <summary>The stored form of a model.</summary>
internal sealed record MatchModelData
{
    public int Version { get; init; }

    public double SuppressAt { get; init; }

    public double ReviewAt { get; init; }

    public long SmallestPrior { get; init; } = 1;

    public bool HouseholdAloneSuppresses { get; init; }

    public required ResidenceBounds Residence { get; init; }

    public required ImmutableDictionary<string, ImmutableDictionary<string, double>> Weights { get; init; }
}

/// <summary>Bounds of what residence weighs.</summary>
internal sealed record ResidenceBounds(double Least, double Most);
