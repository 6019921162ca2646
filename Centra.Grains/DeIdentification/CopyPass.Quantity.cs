namespace Centra.DeIdentification;

// This part minds quantities, because a quantity may be an age.
internal ref partial struct CopyPass
{
    private static readonly CopyRule Comparators = new(CopyAs.Code, ["<", "<=", ">=", ">"]);

    /// <summary>
    /// Value, comparator and UCUM code. A quantity whose unit is no UCUM code is not kept: without its unit the number would say something
    /// else, and the unit's text may say anything.
    /// </summary>
    private bool Quantity()
    {
        Span<byte> codeScratch = stackalloc byte[LongestText];
        Span<byte> unitScratch = stackalloc byte[LongestText];
        Span<byte> scratch = stackalloc byte[LongestText];
        scoped ReadOnlySpan<byte> code = default, unit = default, comparator = default, token = default;
        var (number, hasNumber, isUcum) = (0.0, false, true);
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
        {
            if (cursor.Is("value"u8))
                hasNumber = IsPlain(out number, out token);
            else if (cursor.Is("comparator"u8))
                comparator = Comparators.Word(Text(scratch));
            else if (cursor.Is("system"u8))
                isUcum = Text(scratch).SequenceEqual("http://unitsofmeasure.org"u8);
            else if (cursor.Is("code"u8))
                code = Text(codeScratch);
            else if (cursor.Is("unit"u8))
                unit = Text(unitScratch);
            cursor.Skip();
        }

        var symbol = code.IsEmpty ? unit : code;
        if (!hasNumber || (!symbol.IsEmpty && !(isUcum && Ucum.IsUnit(symbol))) || IsTooOld(number, symbol))
            return false;
        WriteQuantity(token, comparator, symbol);
        return true;
    }

    private bool IsTooOld(double number, scoped ReadOnlySpan<byte> unit)
    {
        var years = Ucum.Years(unit);
        HasAge |= years > 0;
        return (years > 0 && number * years > oldestAge) || (isAboutAge && number > oldestAge);
    }

    private readonly void WriteQuantity(ReadOnlySpan<byte> token, ReadOnlySpan<byte> comparator, ReadOnlySpan<byte> unit)
    {
        output.Open("{"u8);
        output.Name("value"u8);
        output.Number(token);
        if (!comparator.IsEmpty)
        {
            output.Name("comparator"u8);
            output.Text(comparator);
        }

        if (!unit.IsEmpty)
        {
            output.Piece("\"system\":\"http://unitsofmeasure.org\",\"code\":"u8);
            output.Text(unit);
        }

        output.Close("}"u8);
    }
}
