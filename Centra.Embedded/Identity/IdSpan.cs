namespace Orleans.Runtime;

/// <summary>A grain's key: the part of its id that tells it from its siblings.</summary>
public readonly record struct IdSpan(string Value)
{
    public static IdSpan Create(string id) => new(id);

    public override string ToString() => Value ?? "";
}
