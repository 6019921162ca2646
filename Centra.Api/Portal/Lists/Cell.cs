using System.Globalization;

namespace Centra.Api.Portal;

/// <summary>What stands in a place of a table.</summary>
/// <param name="Text">The words.</param>
/// <param name="Link">Where they lead; null: nowhere.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
public sealed record Cell(string Text, string? Link = null, bool IsNumber = false)
{
    /// <summary>Words.</summary>
    public static implicit operator Cell(string? text) => new(text ?? "");

    /// <summary>A number.</summary>
    public static implicit operator Cell(long number) => new(number.ToString(CultureInfo.InvariantCulture), null, true);

    /// <summary>Words.</summary>
    public static Cell FromString(string? text) => text;

    /// <summary>A number.</summary>
    public static Cell FromInt64(long number) => number;

    /// <summary>What the place says, which may be about a person, is nobody's business in a log.</summary>
    public override string ToString() => nameof(Cell);
}

/// <summary>A list that a page shows.</summary>
/// <param name="Caption">What it is a list of, and in which order.</param>
/// <param name="Empty">What is said where nothing is in it.</param>
/// <param name="Headings">What the columns are; one that ends with # has numbers.</param>
/// <param name="Rows">The rows; the first cell names the row.</param>
public sealed record TableView(string Caption, string Empty, IReadOnlyList<string> Headings, IReadOnlyList<Cell[]> Rows)
{
    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Next { get; init; }

    /// <summary>Where it is had as CSV; null: nowhere.</summary>
    public string? Csv { get; init; }
}

/// <summary>A filter of a list: a choice where it has choices, else a field.</summary>
/// <param name="Name">The parameter of the address. Nothing identifiable is ever asked for here.</param>
/// <param name="Label">Its words.</param>
/// <param name="Value">What it is now.</param>
/// <param name="Choices">Values with their words.</param>
/// <param name="Type">The type of the field.</param>
/// <param name="Matches">Where there are too many to choose from: values with their words that fit what was typed, for the field to offer.</param>
public sealed record ListFilter(
    string Name, string Label, string? Value, IReadOnlyList<(string Value, string Text)>? Choices = null, string Type = "text", IReadOnlyList<(string Value, string Text)>? Matches = null);
