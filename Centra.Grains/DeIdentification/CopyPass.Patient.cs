using System.Collections.Frozen;
using System.Text;

namespace Centra.DeIdentification;

// This part minds who the patient is: birth year, area, race and ethnicity.
internal ref partial struct CopyPass
{
    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(
        ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD "
        + "TN TX UT VT VA WA WV WI WY AS GU MP PR VI").Split(' '));

    /// <summary>Writes birthDate with the year, or the mark 90+ where FHIR allows a mark beside a date that is not said.</summary>
    private bool Birth(CopyAs kind)
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        var year = 0;
        var isNinety = kind == CopyAs.Ninety && IsMarkedNinety();
        var isYear = kind == CopyAs.Birth && DateYear.TryRead(Text(scratch), out year) && year <= context.Year;
        cursor.Skip();
        if (hasBirth || !(isNinety || isYear))
            return false;
        hasBirth = true;
        if (isNinety || SafeHarbor.IsNinety(year, context.Year))
            output.Piece("\"_birthDate\":{\"extension\":[{\"url\":\"urn:centra:birth-year\",\"valueString\":\"90+\"}]}"u8);
        else
        {
            output.Name("birthDate"u8);
            output.Year(year);
        }

        return true;
    }

    private bool IsMarkedNinety()
    {
        var isMarked = false;
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
            if (cursor.Is("extension"u8) && cursor.EnterArray())
                while (cursor.NextItem())
                    isMarked |= HasUrl("urn:centra:birth-year"u8);
            else
                cursor.Skip();
        return isMarked;
    }

    private bool HasUrl(ReadOnlySpan<byte> url)
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        var has = false;
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
        {
            has |= cursor.Is("url"u8) && Text(scratch).SequenceEqual(url);
            cursor.Skip();
        }

        return has;
    }

    private bool Address()
    {
        Span<byte> scratch = stackalloc byte[LongestText];
        var (state, zip3, isAbroad) = ((string?)null, (int?)null, false);
        if (!cursor.EnterObject())
            return false;
        while (cursor.NextMember())
        {
            if (cursor.Is("state"u8))
                state = Encoding.UTF8.GetString(Text(scratch));
            else if (cursor.Is("postalCode"u8))
                zip3 = SafeZip3.Of(Text(scratch));
            else if (cursor.Is("country"u8))
                isAbroad = !IsHome(Text(scratch));
            cursor.Skip();
        }

        return !isAbroad && WriteAddress(state is not null && States.Contains(state) ? state : null, zip3);
    }

    private static bool IsHome(ReadOnlySpan<byte> country) =>
        country.SequenceEqual("US"u8) || country.SequenceEqual("USA"u8) || country.SequenceEqual("United States"u8);

    private readonly bool WriteAddress(string? state, int? zip3)
    {
        if (state is null && zip3 is null)
            return false;
        output.Open("{"u8);
        if (state is not null)
        {
            output.Name("state"u8);
            output.Text([(byte)state[0], (byte)state[1]]);
        }

        if (zip3 is { } prefix)
        {
            output.Name("postalCode"u8);
            output.Text([(byte)('0' + (prefix / 100)), (byte)('0' + (prefix / 10 % 10)), (byte)('0' + (prefix % 10))]);
        }

        output.Close("}"u8);
        return true;
    }

    /// <summary>Of a Patient's extensions only the OMB categories of race and ethnicity, written anew from their codes.</summary>
    private bool Race()
    {
        var categories = new OmbCategories();
        cursor.EnterArray();
        while (cursor.NextItem())
            categories.Read(ref cursor);
        if (categories.ToJson() is not { } json)
            return false;
        output.Piece(json);
        return true;
    }
}
