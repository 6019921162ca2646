namespace Orleans.Runtime;

/// <summary>The kind of a grain: its class's name in lower case without "grain", unless an attribute names it.</summary>
public readonly record struct GrainType(string Name)
{
    private const string Suffix = "grain";

    public static GrainType Create(string value) => new(value);

    public override string ToString() => Name ?? "";

    internal static GrainType Of(Type grainClass)
    {
        if (Attribute.GetCustomAttribute(grainClass, typeof(GrainTypeAttribute)) is GrainTypeAttribute named)
            return new GrainType(named.GrainType);
        var name = grainClass.Name.ToLowerInvariant();
        return new GrainType(name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name);
    }
}
