using System.Buffers;

namespace Centra.Fhir;

/// <summary>The id datatype of FHIR: one to 64 letters, digits, hyphens and dots.</summary>
internal static class FhirId
{
    private static readonly SearchValues<byte> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    private static readonly SearchValues<char> AllowedChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    public static bool IsValid(ReadOnlySpan<byte> id) => id.Length is > 0 and <= 64 && !id.ContainsAnyExcept(Allowed);

    public static bool IsValid(ReadOnlySpan<char> id) => id.Length is > 0 and <= 64 && !id.ContainsAnyExcept(AllowedChars);
}
