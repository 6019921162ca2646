using System.Collections.Immutable;

namespace Centra.Fhir;

/// <summary>A resource as far as the gate needs to know it, with the line that it came from.</summary>
public sealed class FhirResource
{
    /// <summary>Name of the resource type.</summary>
    public required string ResourceType { get; init; }

    /// <summary>What the resource is to the gate.</summary>
    public required FhirKind Kind { get; init; }

    /// <summary>Logical id in the practice; empty for a Bundle of deletions, which needs none.</summary>
    public required string Id { get; init; }

    /// <summary>Logical id of the patient it belongs to: a Patient's own; null for reference data and deletions.</summary>
    public string? SubjectId { get; init; }

    /// <summary>meta.lastUpdated, if the practice's system says it.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>Whether status, clinicalStatus or verificationStatus says entered-in-error.</summary>
    public bool EnteredInError { get; init; }

    /// <summary>Who the patient is; present exactly for a Patient.</summary>
    public PatientDemographics? Demographics { get; init; }

    /// <summary>What a Bundle of deletions deletes; empty for everything else.</summary>
    public ImmutableArray<ResourceKey> Deleted { get; init; } = [];

    /// <summary>The line: UTF-8 JSON, checked.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => ResourceType;
}
