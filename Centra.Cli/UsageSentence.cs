using System.CommandLine;
using Centra.Cli.Server;

namespace Centra.Cli;

/// <summary>Says in one sentence what is wrong with a command line, without repeating a key that stands in it.</summary>
internal static class UsageSentence
{
    public static string Of(ParseResult parsed, string[] args)
    {
        var name = Name(parsed.CommandResult);
        var sentence = parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } option ? $"unknown option {option}"
            : parsed.UnmatchedTokens is [var stray, ..] ? $"unknown command or argument {stray}"
            : parsed.Errors[0].Message.TrimEnd('.');
        return KeyText.Hide($"{sentence} (see {name} --help).", args);
    }

    private static string Name(System.CommandLine.Parsing.CommandResult command) =>
        command.Parent is System.CommandLine.Parsing.CommandResult parent ? $"{Name(parent)} {command.Command.Name}" : command.Command.Name;
}
