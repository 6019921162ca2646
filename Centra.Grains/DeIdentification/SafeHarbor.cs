using System.Collections.Immutable;
using System.Text;
using Centra.Fhir;

namespace Centra.DeIdentification;

/// <summary>
/// De-identified copies by the Safe Harbor method, 45 CFR 164.514(b)(2): an allow list of elements, so that what nobody thought of stays
/// behind. No display, text, narrative, attachment, contained resource, identifier, note, device or lot number is kept, nor an extension
/// but race and ethnicity by category; codes only of listed systems and of their form; dates as years; ages only to 89. The same resource
/// and context give the same bytes.
/// </summary>
public static class SafeHarbor
{
    private const int OldestAge = 89;

    /// <summary>The copy of a resource, or none for a type, or a resource entered in error, that is not copied.</summary>
    /// <exception cref="ArgumentException">An id of the context is no FHIR id.</exception>
    public static CopyResult Copy(FhirResource resource, CopyContext context)
    {
        if (resource.EnteredInError || AllowList.For(resource.ResourceType) is not { } rule)
            return CopyResult.NoCopy;
        var id = CheckedId(resource.Kind == FhirKind.Patient ? CheckedId(context.Pseudonym) : context.CopyId);
        var pass = new CopyPass(resource, context, OldestAge, isAboutAge: false);
        var json = pass.Run(Encoding.ASCII.GetBytes(resource.ResourceType), Encoding.ASCII.GetBytes(id), rule);
        if (pass.HasAge || pass.HasAgeCode)
        {
            pass = new CopyPass(resource, context, OldestAgeSince(pass.EarliestYear, context.Year), pass.HasAgeCode);
            json = pass.Run(Encoding.ASCII.GetBytes(resource.ResourceType), Encoding.ASCII.GetBytes(id), rule);
        }

        return new CopyResult(json.ToArray(), [.. pass.References.Distinct()]);
    }

    /// <summary>The resources that a copy would refer to, so that ids for their copies can be set aside.</summary>
    public static ImmutableArray<ResourceKey> References(FhirResource resource)
    {
        var keys = ImmutableArray.CreateBuilder<ResourceKey>();
        Copy(resource, new CopyContext("0", "0", int.MaxValue / 2, key =>
        {
            keys.Add(key);
            return null;
        }));
        return [.. keys.Distinct()];
    }

    /// <summary>
    /// Keeps a copy true as years go by: birth years that have become 90+, years and ages that have come to tell an age over 89.
    /// </summary>
    /// <param name="copy">A copy that was made in an earlier year.</param>
    /// <param name="year">The current year.</param>
    /// <returns>The copy as it must be now; null if it stays as it is.</returns>
    public static ReadOnlyMemory<byte>? Age(ReadOnlyMemory<byte> copy, int year)
    {
        var resource = FhirLine.Read(copy).Resource ?? throw new ArgumentException("This is no copy of a resource.", nameof(copy));
        var aged = Copy(resource, new CopyContext(resource.SubjectId ?? resource.Id, resource.Id, year, key => key.Id)).Json;
        return aged.Span.SequenceEqual(copy.Span) ? (ReadOnlyMemory<byte>?)null : aged;
    }

    /// <summary>Whether somebody who lived in that year is, or may still become in this one, 90.</summary>
    internal static bool IsNinety(int lived, int year) => year - lived > OldestAge;

    internal static string CheckedId(string id) =>
        FhirId.IsValid(id) ? id : throw new ArgumentException("An id for a copy is no FHIR id.", nameof(id));

    /// <summary>
    /// An age beside a year tells how old the person is now. Both are truncated, so the person may be two years older than they add up to.
    /// </summary>
    private static double OldestAgeSince(int? earliest, int year) =>
        earliest is { } then ? Math.Min(OldestAge, OldestAge - 1 - (year - then)) : OldestAge;
}
