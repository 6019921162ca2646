using System.CommandLine;
using System.Globalization;

namespace Centra.Cli.Terminal;

/// <summary>Options that take a whole number between bounds, and say so where they get something else.</summary>
internal static class NumberOption
{
    public static Option<int?> Create(string name, int least, int most, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            result.AddError(most == int.MaxValue
                ? $"{name} takes a whole number, {least} or more."
                : string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}."));
            return null;
        },
    };
}
