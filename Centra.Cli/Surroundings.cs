namespace Centra.Cli;

/// <summary>What a command sees of the world around it; a test gives it another.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">What is said on the way, and what went wrong.</param>
/// <param name="IsTerminal">Whether somebody watches <paramref name="Error"/>.</param>
/// <param name="Variable">Environment variables.</param>
/// <param name="Clock">For waits and rates.</param>
/// <param name="Ids">For names of commands.</param>
internal sealed record Surroundings(
    TextWriter Out, TextWriter Error, bool IsTerminal, Func<string, string?> Variable, TimeProvider Clock, IdSource Ids)
{
    public static Surroundings OfThisProcess() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable, TimeProvider.System, new IdSource());
}
