using System.Text.Json;

namespace Centra.Cli.Tests.Hosts;

/// <summary>Runs commands as somebody at a shell would, in this process.</summary>
internal sealed class Shell(string address, string key) : IDisposable
{
    private readonly TempFolder _folder = new();

    public ImpatientClock Clock { get; } = new();

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string?> Variables { get; } = new() { ["CENTRA_SERVER"] = address, ["CENTRA_KEY"] = key };

    /// <summary>A path in a folder of its own.</summary>
    public string Path(string name) => _folder.File(name);

    /// <summary>Writes a file there.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(Path(name), content);
        return Path(name);
    }

    /// <summary>What a command sees of the world.</summary>
    public Surroundings Around(TextWriter output, TextWriter error) => new(output, error, false, Variables.GetValueOrDefault, Clock, new IdSource());

    public async Task<Ended> RunAsync(params string[] args)
    {
        Variables["CENTRA_STATE"] = Path(".state");
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, Around(output, error));
        return new Ended(code, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    /// <summary>Standard output as the one JSON object that it has to be.</summary>
    public JsonElement Json => Out.Length > 0 ? JsonDocument.Parse(Out).RootElement : throw new InvalidOperationException(Error);

    public long Count(string name) => Json.GetProperty(name).GetInt64();

    /// <summary>Read, accepted, unchanged, suppressed, review, rejected.</summary>
    public (long Read, long Accepted, long Unchanged, long Suppressed, long Review, long Rejected) Counts =>
        (Count("read"), Count("accepted"), Count("unchanged"), Count("suppressed"), Count("review"), Count("rejected"));

    /// <summary>Failed with one sentence and nothing else.</summary>
    public void ShouldFailWith(string words)
    {
        Error.ShouldContain(words, customMessage: Error);
        Code.ShouldBe(1);
        Out.ShouldBeEmpty();
        Error.ShouldNotContain("   at ");
        Error.TrimEnd().Split('\n')[^1].ShouldStartWith("centra: ");
    }
}
