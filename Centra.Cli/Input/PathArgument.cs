using System.CommandLine;

namespace Centra.Cli.Input;

/// <summary>Arguments that are paths. What looks like an option is a mistyped one, not a file.</summary>
internal static class PathArgument
{
    public static Argument<string> Create(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] option }, ..])
                result.AddError($"unknown option {option}");
        });
        return argument;
    }
}
