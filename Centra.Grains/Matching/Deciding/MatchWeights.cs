using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>Reads a model's weights into a table, and refuses a model under which more agreement would weigh less.</summary>
internal static class MatchWeights
{
    private static readonly AgreementLevel[] Levels = Enum.GetValues<AgreementLevel>();

    public static double[,] Checked(MatchModelData data)
    {
        var table = new double[AgreementPattern.Fields.Length, Levels.Length];
        foreach (var field in AgreementPattern.Fields)
            Fill(table, field, data);
        if (data.ReviewAt > data.SuppressAt || data.Residence.Least > 0 || data.Residence.Most < 0)
            throw new InvalidDataException("The match model's thresholds or bounds are out of order.");
        return table;
    }

    /// <summary>A level that a field does not have weighs as the one below it.</summary>
    private static void Fill(double[,] table, MatchField field, MatchModelData data)
    {
        var name = char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
        if (!data.Weights.TryGetValue(name, out var given))
            throw new InvalidDataException($"The match model has no weights for {name}.");
        var last = double.NegativeInfinity;
        foreach (var level in Levels.Skip(1))
        {
            var weight = level == AgreementLevel.Missing ? 0 : Weight(given, level, last);
            if (weight < last)
                throw new InvalidDataException($"In the match model {name} weighs less for {level} than for less agreement.");
            table[(int)field, (int)level] = last = weight;
        }
    }

    private static double Weight(ImmutableDictionary<string, double> given, AgreementLevel level, double otherwise) =>
        given.TryGetValue(char.ToLowerInvariant(level.ToString()[0]) + level.ToString()[1..], out var weight) ? weight
        : double.IsFinite(otherwise) ? otherwise
        : throw new InvalidDataException("The match model lacks a weight for disagreement.");
}
