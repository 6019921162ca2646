using System.Text;
using System.Text.Json;
using Centra.Fhir;

namespace Centra.DeIdentification;

// This part minds codes, dates, numbers and references.
internal ref partial struct CopyPass
{
    /// <summary>The string that the cursor stands on; empty for anything else and for a long one with escapes.</summary>
    private readonly ReadOnlySpan<byte> Text(Span<byte> scratch) =>
        cursor.Token == JsonTokenType.String ? cursor.Bytes(scratch) : default;

    private readonly bool Code(CopyRule rule)
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        var word = rule.Word(Text(scratch));
        if (word.IsEmpty)
            return false;
        output.Text(word);
        return true;
    }

    private bool Coding()
    {
        Span<byte> uriScratch = stackalloc byte[LongestText];
        Span<byte> codeScratch = stackalloc byte[LongestText];
        scoped ReadOnlySpan<byte> uri = default;
        scoped ReadOnlySpan<byte> code = default;
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
        {
            if (cursor.Is("system"u8))
                uri = Text(uriScratch);
            else if (cursor.Is("code"u8))
                code = Text(codeScratch);
            cursor.Skip();
        }

        if (!CodeSystems.Keeps(uri, code, out var system))
            return false;
        HasAgeCode |= AgeCodes.Has(code);
        output.Open("{"u8);
        output.Name("system"u8);
        output.Text(system);
        output.Name("code"u8);
        output.Text(code);
        output.Close("}"u8);
        return true;
    }

    /// <summary>A year. One so long ago that whoever lived then is 90 tells an age over 89, and goes too.</summary>
    private bool Year()
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        if (!DateYear.TryRead(Text(scratch), out var year) || SafeHarbor.IsNinety(year, context.Year) || year > context.Year + 50)
            return false;
        EarliestYear = Math.Min(EarliestYear ?? year, year);
        output.Year(year);
        return true;
    }

    /// <summary>A number; not one that may be a telephone or record number.</summary>
    private readonly bool Number()
    {
        if (!IsPlain(out var number, out var token) || (isAboutAge && number > oldestAge))
            return false;
        output.Number(token);
        return true;
    }

    private readonly bool IsPlain(out double number, out ReadOnlySpan<byte> token)
    {
        token = cursor.TryGetNumber(out number) ? cursor.Bytes(default) : default;
        return token.Length is > 0 and <= 24 && Math.Abs(number) < LargestNumber;
    }

    private bool Subject()
    {
        cursor.Skip();
        WriteReference("Patient"u8, context.Pseudonym);
        return true;
    }

    private bool Reference(CopyRule rule)
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        scoped ReadOnlySpan<byte> text = default;
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
        {
            if (cursor.Is("reference"u8))
                text = Text(scratch);
            cursor.Skip();
        }

        var reference = FhirReference.Parse(text);
        var type = reference.Target == ReferenceTarget.Literal ? rule.Word(reference.Type) : default;
        return !type.IsEmpty && Resolve(type, reference.Id);
    }

    private readonly bool Resolve(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        var key = new ResourceKey(FhirType.Find(type)!.Name, Encoding.ASCII.GetString(id));
        if (context.Resolve(key) is not { } copyId)
            return false;
        references.Add(key);
        WriteReference(type, SafeHarbor.CheckedId(copyId));
        return true;
    }

    private readonly void WriteReference(ReadOnlySpan<byte> type, string id)
    {
        Span<byte> text = stackalloc byte[LongestText];
        type.CopyTo(text);
        text[type.Length] = (byte)'/';
        var length = type.Length + 1 + Encoding.ASCII.GetBytes(id, text[(type.Length + 1)..]);
        output.Open("{"u8);
        output.Name("reference"u8);
        output.Text(text[..length]);
        output.Close("}"u8);
    }
}
