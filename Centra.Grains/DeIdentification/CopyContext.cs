using System.Collections.Immutable;
using Centra.Fhir;

namespace Centra.DeIdentification;

/// <summary>What a copy needs to know beside the resource.</summary>
/// <param name="Pseudonym">The subject's random name in the copies: the id of the Patient's copy, and what other copies refer to.</param>
/// <param name="CopyId">The random id of this copy; not used for a Patient.</param>
/// <param name="Year">The current year, which decides who is 90.</param>
/// <param name="Resolve">The random id of the copy of another resource of the same subject, or null to drop the reference.
/// May be asked more than once for the same.</param>
public sealed record CopyContext(string Pseudonym, string CopyId, int Year, Func<ResourceKey, string?> Resolve)
{
    /// <summary>The name of the type.</summary>
    public override string ToString() => nameof(CopyContext);
}

/// <summary>A de-identified copy, or none.</summary>
/// <param name="Json">UTF-8 JSON of the copy; empty where there is none.</param>
/// <param name="References">The originals of the copies that this one refers to.</param>
public sealed record CopyResult(ReadOnlyMemory<byte> Json, ImmutableArray<ResourceKey> References)
{
    /// <summary>Nothing of this resource may be copied.</summary>
    public static CopyResult NoCopy { get; } = new(default, []);

    /// <summary>Whether there is a copy.</summary>
    public bool IsCopied => !Json.IsEmpty;

    /// <summary>The length, never the content.</summary>
    public override string ToString() => $"copy of {Json.Length} bytes";
}
