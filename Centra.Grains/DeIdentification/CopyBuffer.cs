using System.Buffers.Text;

namespace Centra.DeIdentification;

/// <summary>
/// Writes the JSON of a copy, and takes back what turns out to be empty. Takes only text that needs no escapes: everything that is
/// written comes from a list, or has the form of an id, a code or a number. One per thread.
/// </summary>
internal sealed class CopyBuffer
{
    [ThreadStatic]
    private static CopyBuffer? ofThisThread;

    private byte[] bytes = new byte[4096];

    /// <summary>Where the buffer ends now; give it to <see cref="TakeBack"/> to undo what follows.</summary>
    public int Mark { get; private set; }

    public static CopyBuffer Empty()
    {
        var buffer = ofThisThread ??= new CopyBuffer();
        buffer.Mark = 0;
        return buffer;
    }

    public void TakeBack(int mark) => Mark = mark;

    public void Name(ReadOnlySpan<byte> name)
    {
        Text(name);
        Raw(":"u8);
    }

    public void Text(ReadOnlySpan<byte> text)
    {
        Separate();
        Raw("\""u8);
        Raw(text);
        Raw("\""u8);
    }

    public void Number(ReadOnlySpan<byte> token)
    {
        Separate();
        Raw(token);
    }

    public void Year(int year)
    {
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(year, digits, out var length);
        Text(digits[..length]);
    }

    public void Open(ReadOnlySpan<byte> bracket)
    {
        Separate();
        Raw(bracket);
    }

    public void Close(ReadOnlySpan<byte> bracket) => Raw(bracket);

    /// <summary>A piece of JSON as it stands, which begins a member or an item.</summary>
    public void Piece(ReadOnlySpan<byte> json)
    {
        Separate();
        Raw(json);
    }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Mark);

    private void Separate()
    {
        if (Mark > 0 && bytes[Mark - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
            Raw(","u8);
    }

    private void Raw(ReadOnlySpan<byte> text)
    {
        if (Mark + text.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Mark + text.Length));
        text.CopyTo(bytes.AsSpan(Mark));
        Mark += text.Length;
    }
}
