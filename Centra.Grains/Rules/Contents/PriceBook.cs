using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>What fulfilment costs. Amounts are in one currency, with at most two decimals.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null: until the next book.</param>
/// <param name="EstimateDays">Calendar days that an estimate holds.</param>
/// <param name="Categories">Who pays what, with the rate of an hour.</param>
/// <param name="Lines">What datasets cost.</param>
/// <param name="Waivers">When less is asked.</param>
public sealed partial record PriceBook(
    string Currency, DateOnly ValidFrom, DateOnly? ValidTo, int EstimateDays,
    ImmutableArray<RequesterCategory> Categories, ImmutableArray<PriceLine> Lines, ImmutableArray<Waiver> Waivers) : IRulesContent<PriceBook>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.Prices;

    /// <summary>Whether it holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>The base fee of a line for a category; null where the book has no such pair.</summary>
    public decimal? BaseFee(string line, string category) => Lines.FirstOrDefault(one => one.Key == line)?.Fees.FirstOrDefault(fee => fee.Category == category)?.Amount;

    /// <summary>What an hour costs a category; null where the book has none.</summary>
    public decimal? HourlyRate(string category) => Categories.FirstOrDefault(one => one.Key == category)?.HourlyRate;

    /// <inheritdoc/>
    public static PriceBook Read(Fields fields)
    {
        var book = new PriceBook(
            fields.Text("currency", 3), fields.Day("validFrom"), fields.DayOrNull("validTo"), fields.Whole("estimateDays", 1, 365),
            fields.List("categories", item => new RequesterCategory(item.Key("key"), item.Text("name"), item.TextOrNull("help", 500), item.Amount("hourlyRate")), least: 1, most: 20),
            fields.List("lines", ReadLine, least: 1),
            fields.List("waivers", item => new Waiver(item.Key("key"), item.Text("name"), item.Whole("percent", 1, 100), item.TextOrNull("help", 500)), most: 20));
        book.Check(fields);
        return book;
    }

    private static PriceLine ReadLine(Fields item) => new(
        item.Key("key"), item.Text("name"), item.Whole("hours", 0, 10_000), item.List("fees", fee => new CategoryFee(fee.Key("category"), fee.Amount("amount")), most: 20));

    private void Check(Fields fields)
    {
        if (!CurrencyForm().IsMatch(Currency))
            fields.Fault("currency", "needs three capital letters (ISO 4217)");
        if (ValidTo < ValidFrom)
            fields.Fault("validTo", "lies before validFrom");
        fields.Once("categories", Categories.Select(category => category.Key));
        fields.Once("lines", Lines.Select(line => line.Key));
        fields.Once("waivers", Waivers.Select(waiver => waiver.Key));
        foreach (var line in Lines.Where(line => !line.Fees.Select(fee => fee.Category).Order().SequenceEqual(Categories.Select(category => category.Key).Order())))
            fields.Fault("lines", $"has to give \"{line.Key}\" one fee for each category");
    }

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex CurrencyForm();
}

/// <summary>A category of requesters.</summary>
public sealed record RequesterCategory(string Key, string Name, string? Help, decimal HourlyRate);

/// <summary>What a dataset costs: a base fee, and the hours that preparing it usually takes.</summary>
public sealed record PriceLine(string Key, string Name, int Hours, ImmutableArray<CategoryFee> Fees);

/// <summary>The base fee for a category.</summary>
public sealed record CategoryFee(string Category, decimal Amount);

/// <summary>A reason to ask for less.</summary>
public sealed record Waiver(string Key, string Name, int Percent, string? Help);
