namespace Centra.Printing;

/// <summary>Amounts in a column of their own.</summary>
internal sealed partial class PageFlow
{
    /// <summary>A short text, and an amount at the right edge of the same line.</summary>
    public void Amount(string text, string amount, bool isTotal)
    {
        var face = isTotal ? _bold : _regular;
        Break(Leading);
        Show(face, face.Printable(text), Left, _y, Body);
        Show(face, face.Printable(amount), Right - face.WidthOf(face.Printable(amount), Body), _y, Body);
    }
}
