using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Centra.DeIdentification;

/// <summary>The public code systems whose codes a copy keeps (code-systems.json).</summary>
internal static class CodeSystems
{
    private const int LongestSystem = 96;
    private const int LongestCode = 32;

    private static readonly FrozenDictionary<string, CodeSystem> Listed = Load();

    private static readonly FrozenDictionary<string, CodeSystem>.AlternateLookup<ReadOnlySpan<char>> ByUri =
        Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> Uris => Listed.Keys;

    /// <summary>Whether a copy may keep this code of this system.</summary>
    /// <param name="uri">The system as the resource names it.</param>
    /// <param name="code">The code.</param>
    /// <param name="system">The system's name, from the list and not from the resource.</param>
    public static bool Keeps(ReadOnlySpan<byte> uri, ReadOnlySpan<byte> code, out ReadOnlySpan<byte> system)
    {
        Span<char> text = stackalloc char[LongestSystem];
        system = default;
        if (uri.Length > LongestSystem || code.Length is 0 or > LongestCode || !Ascii.IsValid(uri) || !Ascii.IsValid(code))
            return false;
        Ascii.ToUtf16(uri, text, out var length);
        if (!ByUri.TryGetValue(text[..length], out var found))
            return false;
        system = found.Uri;
        Ascii.ToUtf16(code, text, out length);
        return found.Has(text[..length]);
    }

    private static FrozenDictionary<string, CodeSystem> Load()
    {
        using var stream = typeof(CodeSystems).Assembly.GetManifestResourceStream("Centra.DeIdentification.code-systems.json")!;
        using var document = JsonDocument.Parse(stream);
        var byForm = document.RootElement.GetProperty("patterns").EnumerateObject()
            .Select(entry => new CodeSystem(entry.Name, CodeForms.Named(entry.Value.GetString()!)));
        var byWord = document.RootElement.GetProperty("codes").EnumerateObject()
            .Select(entry => new CodeSystem(entry.Name, OneOf(entry.Value.GetString()!)));
        return byForm.Concat(byWord).ToFrozenDictionary(system => Encoding.ASCII.GetString(system.Uri));
    }

    private static CodeForms.Form OneOf(string codes)
    {
        var words = codes.Split(' ').ToFrozenSet();
        return code => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code);
    }

    private sealed class CodeSystem(string uri, CodeForms.Form form)
    {
        public byte[] Uri { get; } = Encoding.ASCII.GetBytes(uri);

        public bool Has(ReadOnlySpan<char> code) => form(code);
    }
}
