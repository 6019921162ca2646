using System.IO.Compression;
using System.Text;

namespace Centra.Proof.Canary;

/// <summary>The scan finds what it is meant to find, and only that.</summary>
public sealed class ByteScanTests
{
    private static readonly Canary One = new("marmolux", 3141);
    private static readonly string Text = $"... {One.Family}, {One.BirthDate}, {One.Ssn} ...";

    public static TheoryData<string> Forms => [.. Written().Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Marks_HoweverTheyAreWritten_AreFound(string form)
    {
        var noise = Enumerable.Range(0, 5_000).Select(at => (byte)(at * 31 % 251));

        var found = new ByteScan(One.Marks).In([.. noise, .. Written()[form], .. noise]);

        found.ShouldContain(One.Family);
        found.ShouldContain(One.BirthDate);
        found.ShouldContain(One.Ssn);
    }

    [Fact]
    public void NoMarks_AreFoundElsewhere() => new ByteScan(One.Marks).In(Encoding.UTF8.GetBytes(new Canary("aldoquin", 1207).Patient())).ShouldBeEmpty();

    private static Dictionary<string, byte[]> Written() => new()
    {
        ["utf-8"] = Encoding.UTF8.GetBytes(Text),
        ["upper case"] = Encoding.UTF8.GetBytes(Text.ToUpperInvariant()),
        ["utf-16"] = Encoding.Unicode.GetBytes(Text),
        ["utf-16, big end first, lower case"] = Encoding.BigEndianUnicode.GetBytes(Text.ToLowerInvariant()),
        ["base 64"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text))),
        ["base 64, one on"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("." + Text))),
        ["base 64, two on"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(".." + Text))),
        ["hex"] = Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Text))),
        ["gzip"] = Zip(Encoding.UTF8.GetBytes(Text)),
        ["gzip of utf-16 in gzip"] = Zip(Zip(Encoding.Unicode.GetBytes(Text))),
    };

    private static byte[] Zip(byte[] bytes)
    {
        var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest))
            zip.Write(bytes);
        return output.ToArray();
    }
}
