namespace Centra.Fhir;

/// <summary>Where a Patient lives and is called: of several addresses the home one, current and latest; likewise of telephones.</summary>
internal sealed class PatientContact
{
    private (int Rank, string Start) bestAddress = (int.MaxValue, "");
    private int bestPhone = int.MaxValue;

    public string? PostalCode { get; private set; }

    public string? AddressLine { get; private set; }

    public string? Phone { get; private set; }

    public void ReadAddresses(ref JsonCursor cursor)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            ReadAddress(ref cursor);
    }

    public void ReadTelecoms(ref JsonCursor cursor)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            ReadTelecom(ref cursor);
    }

    private void ReadAddress(ref JsonCursor cursor)
    {
        var (use, postalCode, line, period) = ((string?)null, (string?)null, (string?)null, (Start: "", HasEnded: false));
        if (!cursor.EnterObject())
            return;
        while (cursor.NextMember())
            if (cursor.Is("use"u8))
                use = cursor.Text();
            else if (cursor.Is("postalCode"u8))
                postalCode = cursor.Text();
            else if (cursor.Is("line"u8))
                line = FirstLine(ref cursor);
            else if (cursor.Is("period"u8))
                period = Period(ref cursor);
            else
                cursor.Skip();
        TakeAddress(Rank(use) + (period.HasEnded ? 3 : 0), period.Start, postalCode, line);
    }

    private void TakeAddress(int rank, string start, string? postalCode, string? line)
    {
        var isLater = rank == bestAddress.Rank && string.CompareOrdinal(start, bestAddress.Start) > 0;
        if ((rank >= bestAddress.Rank && !isLater) || (postalCode is null && line is null))
            return;
        (bestAddress, PostalCode, AddressLine) = ((rank, start), postalCode, line);
    }

    private void ReadTelecom(ref JsonCursor cursor)
    {
        var (use, system, value) = ((string?)null, (string?)null, (string?)null);
        if (!cursor.EnterObject())
            return;
        while (cursor.NextMember())
            if (cursor.Is("use"u8))
                use = cursor.Text();
            else if (cursor.Is("system"u8))
                system = cursor.Text();
            else if (cursor.Is("value"u8))
                value = cursor.Text();
            else
                cursor.Skip();
        if (system is "phone" or "sms" && !string.IsNullOrWhiteSpace(value) && Rank(use) < bestPhone)
            (bestPhone, Phone) = (Rank(use), value);
    }

    private static int Rank(string? use) => use switch
    {
        "home" or "mobile" => 0,
        null => 1,
        "old" => 10,
        _ => 2,
    };

    private static string? FirstLine(ref JsonCursor cursor)
    {
        string? first = null;
        if (!cursor.EnterArray())
            return null;
        while (cursor.NextItem())
            if (cursor.Text() is { } line && !string.IsNullOrWhiteSpace(line))
                first ??= line;
        return first;
    }

    private static (string Start, bool HasEnded) Period(ref JsonCursor cursor)
    {
        var (start, hasEnded) = ("", false);
        if (!cursor.EnterObject())
            return (start, hasEnded);
        while (cursor.NextMember())
            if (cursor.Is("start"u8))
                start = cursor.Text() ?? "";
            else if (cursor.Is("end"u8))
                hasEnded = cursor.Text() is not null;
            else
                cursor.Skip();
        return (start, hasEnded);
    }
}
