namespace Centra.Access;

/// <summary>What happens to a disclosure: a closed family.</summary>
public abstract record DisclosureEvent;

/// <summary>An officer proposed it.</summary>
public sealed record DisclosureProposed(string PracticeId, DisclosureBasis Basis, string OrderSha256, string By, DateTimeOffset At) : DisclosureEvent;

/// <summary>A second officer approved it.</summary>
public sealed record DisclosureApproved(string By, DateTimeOffset At) : DisclosureEvent;

/// <summary>Its delivery began. Whether the data left stands in the vault, in one transaction with the record of the look.</summary>
public sealed record DisclosureDelivered(string By, DateTimeOffset At) : DisclosureEvent;
