using System.Buffers;
using System.Buffers.Text;

namespace Centra.DeIdentification;

/// <summary>The year of a FHIR date, dateTime or instant.</summary>
internal static class DateYear
{
    private static readonly SearchValues<byte> DateSigns = SearchValues.Create("0123456789-+:.TZ"u8);

    public static bool TryRead(ReadOnlySpan<byte> date, out int year)
    {
        year = 0;
        if (date.Length < 4 || (date.Length > 4 && date[4] != '-') || date[4..].ContainsAnyExcept(DateSigns))
            return false;
        return !date[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(date[..4], out year, out _);
    }
}
