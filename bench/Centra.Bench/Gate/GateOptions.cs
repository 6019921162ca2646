using System.Globalization;

namespace Centra.Bench.Gate;

/// <summary>What "bench gate" is asked for: parts to measure, all if none is named, and sizes.</summary>
/// <param name="Parts">Names of parts.</param>
/// <param name="Tokens">Tokens in the register, a measurement each.</param>
/// <param name="PeerTokens">The most that Redis and PostgreSQL are filled with.</param>
/// <param name="Rows">Resources that are there before ingest is measured.</param>
/// <param name="Rounds">Rounds of each measurement.</param>
internal sealed record GateOptions(IReadOnlyList<string> Parts, IReadOnlyList<long> Tokens, long PeerTokens, int Rows, int Rounds)
{
    /// <summary>Length of a round.</summary>
    public static TimeSpan Round { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Reads "PART... --tokens 1000000,10000000 --peer-tokens N --rows N --rounds N".</summary>
    public static GateOptions Read(string[] args)
    {
        var options = new GateOptions([], [1_000_000, 10_000_000, 100_000_000], 10_000_000, 100_000, 3);
        for (var at = 0; at < args.Length; at++)
        {
            options = args[at] switch
            {
                "--tokens" => options with { Tokens = [.. Value(args, ++at).Split(',').Select(Number)] },
                "--peer-tokens" => options with { PeerTokens = Number(Value(args, ++at)) },
                "--rows" => options with { Rows = (int)Number(Value(args, ++at)) },
                "--rounds" => options with { Rounds = (int)Number(Value(args, ++at)) },
                var part => options with { Parts = [.. options.Parts, part] },
            };
        }
        return options;
    }

    private static string Value(string[] args, int at) => at < args.Length ? args[at] : throw new ArgumentException($"{args[^1]} needs a value.");

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{text} is no number above 0.");
}
