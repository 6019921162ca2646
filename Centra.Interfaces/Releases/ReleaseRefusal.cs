namespace Centra.Releases;

/// <summary>Why something about a release is refused.</summary>
public enum ReleaseRefusal
{
    /// <summary>Nothing was prepared for the request, or it is not the caller's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such release.")]
    ReleaseNotFound = 1,

    /// <summary>An approved dataset has no extract, or nothing was ordered.</summary>
    [Refuses(RefusalKind.Invalid, "A release has one extract for each approved dataset.")]
    ExtractIsMissing = 2,

    /// <summary>A dataset that was not approved.</summary>
    [Refuses(RefusalKind.Invalid, "An extract is taken from approved datasets only, each once.")]
    DatasetIsNotApproved = 3,

    /// <summary>Another version of the dataset.</summary>
    [Refuses(RefusalKind.Invalid, "An extract is taken from the version of the dataset that was approved.")]
    VersionIsNotApproved = 4,

    /// <summary>Variables that were not approved, none, or some twice; the detail names them.</summary>
    [Refuses(RefusalKind.Invalid, "An extract has approved variables only.")]
    VariablesAreNotApproved = 5,

    /// <summary>Variables that the release profile does not allow; the detail names them.</summary>
    [Refuses(RefusalKind.Invalid, "The release profile of the dataset does not let these variables out.")]
    VariablesMayNotLeave = 6,

    /// <summary>A filter on an unknown variable, without condition, or with bounds that are not of the variable's type.</summary>
    [Refuses(RefusalKind.Invalid, "A filter names a variable of the dictionary and values or bounds of its type.")]
    FilterIsWrong = 7,

    /// <summary>The dataset has no release profile.</summary>
    [Refuses(RefusalKind.Conflict, "The dataset has no release profile: nothing of it may leave yet.")]
    ProfileIsMissing = 8,

    /// <summary>The profile allows aggregates only.</summary>
    [Refuses(RefusalKind.Conflict, "Single records of this dataset may not leave.")]
    RecordsMayNotLeave = 9,

    /// <summary>The dataset has no such version.</summary>
    [Refuses(RefusalKind.Conflict, "The dataset has no rows in this version.")]
    VersionIsMissing = 10,

    /// <summary>No row is of the cohort, or too few share their quasi-identifiers.</summary>
    [Refuses(RefusalKind.Conflict, "No rows are left: the cohort is empty or too small.")]
    NothingIsLeft = 11,

    /// <summary>More combinations of quasi-identifiers than can be counted.</summary>
    [Refuses(RefusalKind.Conflict, "The quasi-identifiers have too many combinations: order fewer of them.")]
    TooManyCombinations = 12,

    /// <summary>The finished file did not pass its own check.</summary>
    [Refuses(RefusalKind.Conflict, "The finished extract did not pass its check and was thrown away.")]
    CheckFailed = 13,

    /// <summary>Something broke while the extract was made.</summary>
    [Refuses(RefusalKind.Unavailable, "The extract could not be made. Order it again; if that does not help, tell an operator.")]
    BuildBroke = 14,

    /// <summary>A newer version was ordered.</summary>
    [Refuses(RefusalKind.Conflict, "A newer version was ordered in place of this one.")]
    ReleaseIsSuperseded = 15,

    /// <summary>The version is being made, or could not be.</summary>
    [Refuses(RefusalKind.Conflict, "This version has not been made yet, or could not be.")]
    ReleaseIsNotPrepared = 16,

    /// <summary>The version was approved or rejected.</summary>
    [Refuses(RefusalKind.Conflict, "This version has been decided already.")]
    ReleaseIsDecidedAlready = 17,

    /// <summary>Who ordered it may not approve it.</summary>
    [Refuses(RefusalKind.Forbidden, "A release is approved by another steward than the one who had it made.")]
    SecondPersonIsNeeded = 18,

    /// <summary>The hash is not that of this version's manifest.</summary>
    [Refuses(RefusalKind.Conflict, "What is approved is the manifest that was shown; this version has another.")]
    ManifestIsAnother = 19,

    /// <summary>The approver does not attest.</summary>
    [Refuses(RefusalKind.Invalid, "Approving needs the attestation that there is no actual knowledge that the data could identify somebody.")]
    AttestationIsMissing = 20,

    /// <summary>Rejecting needs a reason of 1 to 2,000 characters.</summary>
    [Refuses(RefusalKind.Invalid, "This needs a reason of at most 2,000 characters.")]
    ReasonIsMissing = 21,

    /// <summary>The newest version is not approved.</summary>
    [Refuses(RefusalKind.Conflict, "No release is approved.")]
    ReleaseIsNotApproved = 22,

    /// <summary>The version has no file of this name.</summary>
    [Refuses(RefusalKind.NotFound, "The release has no such file.")]
    FileNotFound = 23,

    /// <summary>A range of more than 100 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A range of bytes has at most 100 characters.")]
    RangeIsWrong = 24,

    /// <summary>What only the service itself says.</summary>
    [Refuses(RefusalKind.Forbidden, "Only the service itself may say this.")]
    NotTheServices = 25,

    /// <summary>No version waits to be built.</summary>
    [Refuses(RefusalKind.Conflict, "Nothing waits to be built.")]
    NothingIsToBeBuilt = 26,

    /// <summary>A link that is not the caller's, is too old, was changed, or is for another version.</summary>
    [Refuses(RefusalKind.NotFound, "This link is not valid, or no longer. Ask for a new one.")]
    LinkIsNotValid = 27,
}
