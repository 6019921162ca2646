using System.CommandLine;

namespace Centra.Cli.Terminal;

/// <summary>--json, the same for every command that has it.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json")
    {
        Description = "Write one JSON object to standard output, and everything else to standard error.",
    };
}
