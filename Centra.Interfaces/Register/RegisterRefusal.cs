namespace Centra.Register;

/// <summary>Why the register gives no answer. It never answers "permitted" instead.</summary>
public enum RegisterRefusal
{
    /// <summary>Shards are still reading their snapshot.</summary>
    [Refuses(RefusalKind.Unavailable, "The register is loading. Try again in a moment.")]
    RegisterIsLoading = 1,

    /// <summary>Something was answered from operations that the database no longer has: it was restored from an old copy, or replaced.</summary>
    [Refuses(RefusalKind.Unavailable, "The register stands behind what was already answered from it. An operator has to look at the database.")]
    RegisterWentBack = 2,

    /// <summary>The database of the register does not answer.</summary>
    [Refuses(RefusalKind.Unavailable, "The register cannot be reached. Nothing is let through meanwhile.")]
    RegisterIsUnavailable = 3,

    /// <summary>The service has not finished its checks after starting.</summary>
    [Refuses(RefusalKind.Unavailable, "The service is starting. Try again in a moment.")]
    GateIsNotReady = 4,

    /// <summary>Tokens were made with other key epochs than are in force; made anew, they can be asked about.</summary>
    [Refuses(RefusalKind.Unavailable, "The register's keys are being changed. Try again in a moment.")]
    TokensAreOfAnotherEpoch = 5,

    /// <summary>The practice has screened as many people as it may for now.</summary>
    [Refuses(RefusalKind.TooMany, "This practice has screened as many people as it may in a minute. Go on in a minute.")]
    TooManyPeopleScreened = 6,
}
