using System.Collections.Immutable;

namespace Centra.Institutions;

/// <summary>An institution, as its rules see it. Without a name there is none.</summary>
public sealed record InstitutionState(string Name, string Country, ImmutableArray<SigningOfficial> Officials)
{
    /// <summary>Before it was listed.</summary>
    public static InstitutionState None { get; } = new("", "", []);

    /// <summary>Whether it is listed.</summary>
    public bool IsListed => Name.Length > 0;
}

/// <summary>What other grains know that a command depends on.</summary>
/// <param name="IsSigningOfficial">Whether the person named has the role.</param>
public sealed record InstitutionFacts(bool IsSigningOfficial);

/// <summary>An institution as it is stored.</summary>
public sealed record InstitutionRecord
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is.</summary>
    public string? Country { get; init; }

    /// <summary>Who signs.</summary>
    public SigningOfficial[]? Officials { get; init; }
}
