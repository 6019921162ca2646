using System.Globalization;
using System.Security.Cryptography;

namespace Centra.Billing;

/// <summary>Numbers of invoices: the year and ten letters (50 bits) that follow from the command, so that its repeat gives the same number.</summary>
internal static class InvoiceNumbers
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string From(CommandId id, DateTimeOffset at)
    {
        var hash = SHA256.HashData(id.Value.ToByteArray());
        var letters = string.Concat(hash.Take(10).Select(part => Letters[part & 31]));
        return string.Create(CultureInfo.InvariantCulture, $"INV-{at.Year}-{letters[..5]}-{letters[5..]}");
    }
}
