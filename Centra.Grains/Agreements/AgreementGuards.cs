namespace Centra.Agreements;

/// <summary>What forbids a command, if anything: standing and hash first, then persons, then what was written. Pure.</summary>
internal static class AgreementGuards
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    public static Refusal? WhyNot(AgreementState state, AgreementCommand command, string actor, DateTimeOffset now) => (command, state.Standing) switch
    {
        (IssueAgreement issue, AgreementStanding.None) => ContentGuards.WhyNot(issue.Content, now),
        (IssueAgreement, _) => AgreementRefusal.AgreementWasIssuedAlready.Because(),
        (_, AgreementStanding.None) => AgreementRefusal.AgreementNotFound.Because(),
        (RemoveAgreement, _) => null,
        (_, AgreementStanding.Executed) => AgreementRefusal.AgreementIsExecuted.Because(),
        (_, AgreementStanding.Declined or AgreementStanding.Lapsed or AgreementStanding.Ended) => AgreementRefusal.AgreementHasEnded.Because(),
        (ReviseAgreement revise, _) => Words(revise.Note) ?? ContentGuards.WhyNot(revise.Content, now),
        (RequestChanges request, _) => Comments(state, request),
        (AnswerChanges answer, _) => state.HasOpenChanges ? Words(answer.Answer) ?? InTime(state, now) : AgreementRefusal.NoChangesAreRequested.Because(),
        (SignAgreement sign, _) => Stands(state, sign.Sha256) ?? Offered(state, SocietyDays.DayOf(now, state.Current!.Zone))
            ?? Signature(sign.FullName, sign.Capacity, sign.Meaning, sign.ReauthenticatedAt, now),
        (Countersign sign, _) => Stands(state, sign.Sha256) ?? Countersigner(state, actor) ?? Signature(sign.FullName, sign.Capacity, sign.Meaning, sign.ReauthenticatedAt, now),
        (AttachSignedScan scan, _) => Stands(state, scan.Sha256) ?? Scan(state, scan, now),
        (AttestScan attest, _) => Stands(state, attest.Sha256) ?? Attester(state, attest, actor),
        (DeclineAgreement decline, _) => Words(decline.Reason),
        (LapseAgreement, _) => HasLapsed(state, now) ? null : AgreementRefusal.AgreementHasNotLapsed.Because(),
        (EndOffer, _) => null,
        _ => throw new InvalidOperationException($"Nothing guards {command.GetType().Name}."),
    };

    private static Refusal? Stands(AgreementState state, string sha256) =>
        sha256 != state.Current!.Sha256 ? AgreementRefusal.AgreementHasChanged.Because()
        : state.HasOpenChanges ? AgreementRefusal.ChangesAreRequested.Because()
        : null;

    private static Refusal? Offered(AgreementState state, DateOnly day) =>
        state.SignatureOf(SignatureParty.Institution) is not null ? AgreementRefusal.InstitutionHasSignedAlready.Because()
        : day > state.Current!.OpenUntil ? AgreementRefusal.OfferHasEnded.Because()
        : null;

    private static Refusal? Countersigner(AgreementState state, string actor) =>
        state.SignatureOf(SignatureParty.Institution) is not { } institution ? AgreementRefusal.InstitutionHasNotSigned.Because()
        : institution.UserId == actor ? AgreementRefusal.SignersMustDiffer.Because()
        : state.Versions.Any(version => version.IssuedBy == actor) ? AgreementRefusal.IssuerMayNotCountersign.Because()
        : null;

    private static Refusal? Signature(string fullName, string capacity, string meaning, DateTimeOffset reauthenticatedAt, DateTimeOffset now) =>
        now - reauthenticatedAt > Fresh || reauthenticatedAt - now > ClocksDiffer ? AgreementRefusal.AuthenticationIsTooOld.Because()
        : Has(fullName, 200) && Has(capacity, 200) && Has(meaning, 500) ? null
        : AgreementRefusal.SignatureIsIncomplete.Because();

    // The paper was signed while the offer stood; attaching and attesting it may take longer.
    private static Refusal? Scan(AgreementState state, AttachSignedScan scan, DateTimeOffset now)
    {
        var (version, today) = (state.Current!, SocietyDays.DayOf(now, state.Current!.Zone));
        if (!IsHash(scan.ScanSha256) || !Has(scan.OfficialId, 200) || scan.SignedOn > today || scan.SignedOn < SocietyDays.DayOf(version.IssuedAt, version.Zone))
            return AgreementRefusal.ScanIsIncomplete.Because();
        return Offered(state, scan.SignedOn) ?? (Has(scan.FullName, 200) && Has(scan.Capacity, 200) ? null : AgreementRefusal.SignatureIsIncomplete.Because());
    }

    private static Refusal? Attester(AgreementState state, AttestScan attest, string actor) =>
        state.SignatureOf(SignatureParty.Institution) is not null ? AgreementRefusal.InstitutionHasSignedAlready.Because()
        : state.Scan is not { } scan ? AgreementRefusal.NoScanIsAttached.Because()
        : scan.ScanSha256 != attest.ScanSha256 ? AgreementRefusal.ScanHasChanged.Because()
        : scan.OfficialId == actor ? AgreementRefusal.SignerMayNotAttest.Because()
        : scan.AttestedBy.Contains(actor) ? AgreementRefusal.AttestationNeedsAnotherPerson.Because()
        : null;

    private static Refusal? Comments(AgreementState state, RequestChanges request) =>
        request.Comments.IsDefault || request.Comments.Length is 0 or > 50 || request.Comments.Any(comment => !Has(comment.Text, 2000)) ? AgreementRefusal.WordsAreWrong.Because()
        : request.Comments.All(comment => comment.ClauseId == ClauseComment.Cost || state.ClauseIds.Contains(comment.ClauseId)) ? null
        : AgreementRefusal.ClauseIsUnknown.Because();

    private static bool HasLapsed(AgreementState state, DateTimeOffset now) => state.Standing is AgreementStanding.Issued && state.Scan is null && !state.HasOpenChanges
        && SocietyDays.DayOf(now, state.Current!.Zone) > state.Current.OpenUntil;

    // After the last day an answer would leave no time to sign, by the society's own delay: a new version has its own days.
    private static Refusal? InTime(AgreementState state, DateTimeOffset now) =>
        SocietyDays.DayOf(now, state.Current!.Zone) > state.Current.OpenUntil ? AgreementRefusal.OfferHasEnded.Because("The last day for signing this version has passed. Make a new version instead.") : null;

    private static Refusal? Words(string words) => Has(words, 2000) ? null : AgreementRefusal.WordsAreWrong.Because();

    private static bool Has(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private static bool IsHash(string? sha256) => sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower);
}
