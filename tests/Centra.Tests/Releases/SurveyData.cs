using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Centra.Datasets;

namespace Centra.Tests.Releases;

/// <summary>A dataset of made-up answers, from a seed.</summary>
internal static class SurveyData
{
    public static readonly ImmutableArray<DatasetVariable> Variables =
    [
        Variable("id", VariableType.Whole, IdentifyingKind.None), Variable("year", VariableType.Year, IdentifyingKind.Quasi), Variable("region", VariableType.Text, IdentifyingKind.Quasi),
        Variable("size", VariableType.Number, IdentifyingKind.None), Variable("note", VariableType.Text, IdentifyingKind.None), Variable("secret", VariableType.Text, IdentifyingKind.None),
        Variable("answered", VariableType.Date, IdentifyingKind.None),
    ];

    public static readonly ReleaseProfile Profile = new(["id", "year", "region", "size", "note", "answered"], ["year", "region"], 11, true);

    public static DatasetView Dataset(string sha256, ReleaseProfile? profile, Sensitivity sensitivity = Sensitivity.Confidential) => new(
        "survey", new DatasetDescription("Survey", "Made up.", "Made up.", "tests", sensitivity, ["GRU"], "survey", 2000, null, null), DatasetStanding.Requestable, null, null, null, 1,
        [new DatasetVersion(1, sha256, 1, 1, [.. Variables.Select(variable => variable.Name)], "", DateTimeOffset.UnixEpoch, "tests")], Variables, profile, "");

    /// <summary>Rows with a few crowded regions and some that hardly anybody is from.</summary>
    public static byte[] Csv(int seed, int rows)
    {
        var random = new Random(seed);
        string[] regions = ["north", "south", "east", "a, \"quoted\" place", "islet", "rock", ""];
        var text = new StringBuilder(string.Join(',', Variables.Select(variable => variable.Name))).Append("\r\n");
        for (var row = 0; row < rows; row++)
        {
            var region = regions[(int)(regions.Length * Math.Pow(random.NextDouble(), 2.5))];
            text.Append(CultureInfo.InvariantCulture, $"{row},{2000 + random.Next(20)},\"{region.Replace("\"", "\"\"")}\",{random.Next(1000) / 10m},=1+{row},hush,2015-0{random.Next(1, 10)}-11\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static DatasetVariable Variable(string name, VariableType type, IdentifyingKind identifying) => new(name, name, "made up", type, identifying, false, []);
}
