namespace Centra.Proof.Canary;

/// <summary>Who comes in by which way.</summary>
internal static class Cages
{
    public static readonly Canary Stays = new("aldoquin", 1207);
    public static readonly Canary OptsOut = new("binofrap", 2318);
    public static readonly Canary Twin = new("binofrap", 2318, "Mirabelloquent") { Id = "mrn-binofrap-twin", Ssn = "536-71-9483" };
    public static readonly Canary Screened = new("cumawelt", 3429);
    public static readonly Canary InCsv = new("derokand", 4531);
    public static readonly Canary InFile = new("elbaxant", 5642);
    public static readonly Canary Disputed = new("fisogrum", 6753);
    public static readonly Canary Malformed = new("gundovex", 7864);
    public static readonly Canary NeverHere = new("hurtizol", 8975);

    /// <summary>Everybody's marks.</summary>
    public static IReadOnlyList<string> Marks { get; } =
        [.. new[] { Stays, OptsOut, Twin, Screened, InCsv, InFile, Disputed, Malformed, NeverHere }.SelectMany(one => one.Marks).Distinct()];
}
