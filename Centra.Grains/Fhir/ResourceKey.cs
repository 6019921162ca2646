namespace Centra.Fhir;

/// <summary>A resource as its practice names it.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id. It identifies a person's record, so it is not printed.</param>
public readonly record struct ResourceKey(string Type, string Id)
{
    /// <summary>The type only.</summary>
    public override string ToString() => Type;
}
