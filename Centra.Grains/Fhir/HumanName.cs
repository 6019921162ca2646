namespace Centra.Fhir;

/// <summary>One HumanName. Where a system writes only the text of a name, the text is taken apart.</summary>
internal sealed class HumanName
{
    private string? use;
    private string? text;

    public string? Family { get; private set; }

    public List<string> Given { get; } = [];

    public bool IsFormer => use is "maiden" or "old";

    public bool IsPseudonym => use == "anonymous";

    /// <summary>The name that counts first comes first.</summary>
    public int Rank => use switch
    {
        "official" => 0,
        "usual" => 1,
        null => 2,
        "maiden" or "old" => 4,
        _ => 3,
    };

    public static HumanName? Read(ref JsonCursor cursor)
    {
        if (!cursor.EnterObject())
            return null;
        var name = new HumanName();
        while (cursor.NextMember())
            name.ReadMember(ref cursor);
        if (name.Family is null && name.Given.Count == 0)
            name.TakeApart(name.text?.Trim() ?? "");
        return name;
    }

    private void ReadMember(ref JsonCursor cursor)
    {
        if (cursor.Is("use"u8))
            use = cursor.Text();
        else if (cursor.Is("family"u8))
            Family = cursor.Text();
        else if (cursor.Is("given"u8))
            ReadGiven(ref cursor);
        else if (cursor.Is("text"u8))
            text = cursor.Text();
        else
            cursor.Skip();
    }

    private void ReadGiven(ref JsonCursor cursor)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            if (cursor.Text() is { } given && !string.IsNullOrWhiteSpace(given))
                Given.Add(given);
    }

    /// <summary>"Silva, Ana Maria" or "Ana Maria Silva".</summary>
    private void TakeApart(string whole)
    {
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        var space = whole.LastIndexOf(' ');
        var (given, family) = comma >= 0 ? (whole[(comma + 1)..], whole[..comma]) : (whole[..Math.Max(space, 0)], whole[(space + 1)..]);
        Family = family.Length > 0 ? family.Trim() : null;
        Given.AddRange(given.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
