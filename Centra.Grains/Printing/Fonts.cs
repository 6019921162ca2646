namespace Centra.Printing;

/// <summary>The fonts that come with the service, so that a document is the same on every machine. Their licence is in Fonts/LICENSE.txt.</summary>
internal static class Fonts
{
    private static readonly Lazy<TrueTypeFont> LoadedRegular = new(() => Load("DejaVuSansCondensed.ttf"));
    private static readonly Lazy<TrueTypeFont> LoadedBold = new(() => Load("DejaVuSansCondensed-Bold.ttf"));

    public static TrueTypeFont Regular => LoadedRegular.Value;

    public static TrueTypeFont Bold => LoadedBold.Value;

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(Fonts).Assembly.GetManifestResourceStream($"Centra.Printing.{name}")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(file);
    }
}
