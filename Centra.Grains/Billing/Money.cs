using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>What an amount of money is here: decimal, two places, one currency. Nothing is ever rounded but a product of quantity and price.</summary>
internal static class Money
{
    private const decimal Most = 999_999_999.99m;
    private const int MostLines = 200;
    private const int LongestDescription = 300;

    /// <summary>Why an amount is not one, or null.</summary>
    public static BillingRefusal? Fault(decimal amount, string? currency, string expected) => amount switch
    {
        <= 0 => BillingRefusal.AmountIsNotPositive,
        > Most => BillingRefusal.AmountIsTooLarge,
        _ when !HasTwoDecimals(amount) => BillingRefusal.AmountHasMoreThanTwoDecimals,
        _ when !IsCurrency(currency) => BillingRefusal.CurrencyIsWrong,
        _ => currency == expected ? null : BillingRefusal.CurrencyIsAnother,
    };

    /// <summary>Whether it is the form of a code of ISO 4217.</summary>
    public static bool IsCurrency(string? currency) => currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper);

    /// <summary>Whether there is no fraction of a cent.</summary>
    public static bool HasTwoDecimals(decimal amount) => decimal.Round(amount, 2) == amount;

    /// <summary>The amount written with two decimals, so that equal amounts are stored alike; a half cent goes away from zero.</summary>
    public static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>An amount in cents, as lists keep it.</summary>
    public static long InCents(decimal amount) => decimal.ToInt64(amount * 100);

    /// <summary>A line that adds up.</summary>
    public static CostLine Line(string code, string description, decimal quantity, decimal unitPrice) =>
        new(code, description, quantity, Cents(unitPrice), Cents(quantity * unitPrice));

    /// <summary>Why lines are not those of an estimate or invoice, or null.</summary>
    public static BillingRefusal? Fault(ImmutableArray<CostLine> lines)
    {
        if (lines.IsDefaultOrEmpty || lines.Length > MostLines || lines.Any(line => line is not { Code.Length: > 0, Description.Length: > 0 and <= LongestDescription }))
            return BillingRefusal.LinesAreMissing;
        if (lines.Any(line => Math.Abs(line.UnitPrice) > Most || line.Quantity is < 0 or > Most))
            return BillingRefusal.AmountIsTooLarge;
        if (lines.Any(line => !HasTwoDecimals(line.Amount) || !HasTwoDecimals(line.UnitPrice)))
            return BillingRefusal.AmountHasMoreThanTwoDecimals;
        if (lines.Any(line => line.Amount != Cents(line.Quantity * line.UnitPrice)))
            return BillingRefusal.LineDoesNotAddUp;
        return lines.Sum(line => line.Amount) switch { < 0 => BillingRefusal.TotalIsNegative, > Most => BillingRefusal.AmountIsTooLarge, _ => null };
    }
}
