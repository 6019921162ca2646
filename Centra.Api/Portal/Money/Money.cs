using System.Globalization;

namespace Centra.Api.Portal;

/// <summary>Amounts as people read them: with their currency, two decimals.</summary>
public static class Money
{
    /// <summary>An amount.</summary>
    public static string Text(decimal amount, string currency) => string.Create(CultureInfo.InvariantCulture, $"{currency} {amount:N2}");

    /// <summary>An amount as a field takes it.</summary>
    public static string Plain(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00}");
}
