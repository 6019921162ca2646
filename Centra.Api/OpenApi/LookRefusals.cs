using Centra.Access;

namespace Centra.Api.OpenApi;

/// <summary>What routes to identifiable data refuse, where it is more than what a command names. Tests hold it against the compiled code that looks and discloses.</summary>
internal static class LookRefusals
{
    // Practices see their own; of everybody else a purpose and a grant, or broken glass, are asked first.
    private static readonly Enum[] Entitled =
    [
        AccessRefusal.PurposeIsUnknown, AccessRefusal.LookNeedsGrant, AccessRefusal.GrantNeedsRecertification,
        AccessRefusal.BreakGlassNotFound, AccessRefusal.BreakGlassHasEnded, AccessRefusal.BreakGlassIsForAnotherPurpose,
    ];

    /// <summary>Looking at a patient.</summary>
    public static IEnumerable<Enum> Patient { get; } = [AccessRefusal.PatientNotFound, .. Entitled];

    /// <summary>Looking at a patient's records.</summary>
    public static IEnumerable<Enum> Records { get; } = [.. Patient, AccessRefusal.PurposeDoesNotShowThis];

    /// <summary>Breaking the glass.</summary>
    public static IEnumerable<Enum> BreakGlass { get; } = [AccessRefusal.ReasonIsMissing, AccessRefusal.PurposeIsUnknown];

    /// <summary>Reviewing that.</summary>
    public static IEnumerable<Enum> Review { get; } =
        [AccessRefusal.BreakGlassNotFound, AccessRefusal.OutcomeIsWrong, AccessRefusal.SecondOfficerReviews, AccessRefusal.BreakGlassWasReviewed];

    /// <summary>Proposing a disclosure.</summary>
    public static IEnumerable<Enum> Propose { get; } = [AccessRefusal.PatientNotFound, .. RefusedWithAttribute.Of(typeof(ProposeDisclosure))];

    /// <summary>Handing its data out.</summary>
    public static IEnumerable<Enum> Deliver { get; } =
        [AccessRefusal.PatientNotFound, AccessRefusal.DisclosureWasDelivered, .. RefusedWithAttribute.Of(typeof(DeliverDisclosure))];
}
