using Centra.Access;
using Centra.Consent;
using Centra.Ingest;
using Centra.Register;
using Centra.ReviewLane;

namespace Centra.Api.OpenApi;

/// <summary>What the gate's routes refuse, a list for each way into it. The gate has no commands that could name it themselves; a test holds it against the compiled gate.</summary>
internal static class GateRefusals
{
    // Whatever asks or writes the register. A database or journal that fails is told so too.
    private static readonly Enum[] Register =
        [RegisterRefusal.RegisterIsUnavailable, RegisterRefusal.RegisterIsLoading, RegisterRefusal.RegisterWentBack, RegisterRefusal.TokensAreOfAnotherEpoch];

    private static readonly Enum[] Identity = [ConsentRefusal.IdentityIsUnreadable, ConsentRefusal.IdentityTooThin, ConsentRefusal.FormIsMissing];

    private static readonly Enum[] Ending = [ConsentRefusal.OptOutNotFound, ConsentRefusal.OptOutIsNotInForce, RegisterRefusal.RegisterIsUnavailable];

    /// <summary>Opting a person out.</summary>
    public static IEnumerable<Enum> OptOut { get; } = [.. Identity, ConsentRefusal.FormDateIsWrong, .. Register];

    /// <summary>Opting out the people of a file; a line that is refused is told in its line.</summary>
    public static IEnumerable<Enum> OptOutFile { get; } = [ConsentRefusal.ConfirmationNeeded, .. Register];

    /// <summary>Looking at an opt-out.</summary>
    public static IEnumerable<Enum> SeeOptOut { get; } = [ConsentRefusal.OptOutNotFound];

    /// <summary>Asking to be in again.</summary>
    public static IEnumerable<Enum> Reinstate { get; } = [.. Identity, ConsentRefusal.IdentityDoesNotMatch, .. Ending, RegisterRefusal.TokensAreOfAnotherEpoch];

    /// <summary>Asking for a correction.</summary>
    public static IEnumerable<Enum> Correct { get; } = Ending;

    /// <summary>Confirming that an opt-out ends.</summary>
    public static IEnumerable<Enum> Confirm { get; } = [ConsentRefusal.RequestNotFound, ConsentRefusal.SamePersonTwice, ConsentRefusal.IdentityDoesNotMatch, .. Ending];

    /// <summary>Declining it.</summary>
    public static IEnumerable<Enum> Decline { get; } = [ConsentRefusal.RequestNotFound, ConsentRefusal.SamePersonTwice, ConsentRefusal.ReasonIsMissing, .. Ending];

    /// <summary>Screening.</summary>
    public static IEnumerable<Enum> Screen { get; } = [RegisterRefusal.TooManyPeopleScreened, .. Register];

    /// <summary>Opening a job.</summary>
    public static IEnumerable<Enum> OpenJob { get; } =
        [IngestRefusal.PracticeNotInGoodStanding, IngestRefusal.JobIsComplete, .. Enum.GetValues<CsvMappingRefusal>().Except([CsvMappingRefusal.None]).Cast<Enum>()];

    /// <summary>Sending a batch.</summary>
    public static IEnumerable<Enum> Batch { get; } =
    [
        IngestRefusal.JobNotFound, IngestRefusal.JobIsComplete, IngestRefusal.PracticeNotInGoodStanding, IngestRefusal.PatientsStillOpen, IngestRefusal.BatchNumberIsWrong,
        IngestRefusal.BatchContentDiffers, IngestRefusal.BatchIsEmpty, IngestRefusal.BatchIsTooLarge, IngestRefusal.BodyIsNotGzip, IngestRefusal.ContentEncodingIsMissing, IngestRefusal.MappingIsWrong,
        .. Register,
    ];

    /// <summary>Completing a phase or a job.</summary>
    public static IEnumerable<Enum> CompleteJob { get; } =
        [IngestRefusal.JobNotFound, IngestRefusal.JobIsComplete, IngestRefusal.BatchNumberIsWrong, IngestRefusal.BatchesAreMissing];

    /// <summary>Looking at a job.</summary>
    public static IEnumerable<Enum> SeeJob { get; } = [IngestRefusal.JobNotFound];

    /// <summary>An officer's verdict or question.</summary>
    public static IEnumerable<Enum> Review { get; } =
        [ReviewRefusal.ItemNotFound, ReviewRefusal.ItemIsClosed, ReviewRefusal.SecondOfficerIsNeeded, RegisterRefusal.RegisterIsUnavailable];

    /// <summary>Looking at the identity of an item.</summary>
    public static IEnumerable<Enum> SeeIdentity { get; } =
    [
        AccessRefusal.NothingIsHeld, AccessRefusal.LookNeedsGrant, AccessRefusal.GrantNeedsRecertification, AccessRefusal.PurposeDoesNotShowThis,
        AccessRefusal.BreakGlassNotFound, AccessRefusal.BreakGlassHasEnded, AccessRefusal.BreakGlassIsForAnotherPurpose,
    ];

    /// <summary>A practice's answer.</summary>
    public static IEnumerable<Enum> Answer { get; } =
        [ReviewRefusal.ItemNotFound, ReviewRefusal.ItemIsClosed, ReviewRefusal.AnswerIsWrong, ReviewRefusal.NobodyAsked, ReviewRefusal.AlreadyAnswered];

    /// <summary>A practice's dispute.</summary>
    public static IEnumerable<Enum> Dispute { get; } = [ReviewRefusal.NotAPatient, ReviewRefusal.NothingToDispute, .. Register];

    /// <summary>Re-keying.</summary>
    public static IEnumerable<Enum> Rekey { get; } = [RegisterRefusal.RegisterIsUnavailable];
}
