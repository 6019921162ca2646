using System.Globalization;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>The rules of opting out and of the ways back. Pure.</summary>
public static class ConsentRules
{
    /// <summary>Keys of destroyed patients are gone from backups after this long; docs/operations.md sets the backups accordingly.</summary>
    public static readonly TimeSpan KeyBackupsLast = TimeSpan.FromDays(7);

    private const int MostWords = 1000;

    /// <summary>What an opt-out covers, as receipts say it.</summary>
    public const string Covers = "All identifiable health information of this person, from every practice, stored now or sent later. De-identified data already in the system stay.";

    /// <summary>Checks what comes with an opt-out beside the identity.</summary>
    public static Refusal? Check(OptOutCommand command)
    {
        if (command.FormDate is { } text && (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date > DateOnly.FromDateTime(command.ReceivedAt.UtcDateTime.AddDays(1))))
            return ConsentRefusal.FormDateIsWrong.Because();
        return command.FormSha256.Length is 0 or 32 ? null : ConsentRefusal.FormIsMissing.Because("The SHA-256 of the form has 32 bytes.");
    }

    /// <summary>Whether a command is the one that entered an opt-out: somebody else under its id was not opted out, and must not hear that they were.</summary>
    public static bool IsRepeat(OptOutCommand command, OptOutRow entered) =>
        entered.PracticeId == command.PracticeId && entered.TokenSet.AsSpan().SequenceEqual(command.Identity.TokenSet.AsSpan());

    /// <summary>Whether an opt-out may be asked to be withdrawn.</summary>
    public static Refusal? Check(AskWithdrawalCommand command, OptOutRow? optOut) => (command, optOut) switch
    {
        (_, null) => ConsentRefusal.OptOutNotFound.Because(),
        ({ Reason: WithdrawalKind.Correction }, var row) when row.PracticeId != command.PracticeId => ConsentRefusal.OptOutNotFound.Because(),
        (_, { WithdrawnBy: not null }) => ConsentRefusal.OptOutIsNotInForce.Because(),
        ({ Reason: WithdrawalKind.Reinstatement }, _) when command.FormSha256.Length != 32 => ConsentRefusal.FormIsMissing.Because(),
        ({ Reason: WithdrawalKind.Reinstatement, Identity: null }, _) => ConsentRefusal.IdentityTooThin.Because(),
        _ => null,
    };

    /// <summary>Whether an officer may decline a request with these words.</summary>
    public static Refusal? CheckDecline(WithdrawalRequestRow? request, string optOutId, Actor officer, string why) =>
        Check(request, optOutId, officer) ?? (why.Length is 0 or > MostWords ? ConsentRefusal.ReasonIsMissing.Because() : null);

    /// <summary>Whether an officer may decide a request.</summary>
    public static Refusal? Check(WithdrawalRequestRow? request, string optOutId, Actor officer) => request switch
    {
        null => ConsentRefusal.RequestNotFound.Because(),
        _ when request.OptOutId != optOutId || !request.IsOpen => ConsentRefusal.RequestNotFound.Because(),
        _ when request.RequestedBy == officer.Id => ConsentRefusal.SamePersonTwice.Because(),
        _ => null,
    };

    /// <summary>
    /// Whether a file of opt-outs needs its number said again: more than 200 people, or more than 1 % of the practice's live patients.
    /// Up to ten patients never do, or a small practice could opt nobody out without it.
    /// </summary>
    public static bool NeedsConfirmation(int people, int ownPatients, long livePatients) =>
        people > 200 || ownPatients > Math.Max(10, livePatients / 100.0);

    /// <summary>From which day on no backup can read an erased patient any more.</summary>
    public static string BackupsUnreadableBy(DateTimeOffset enforced) =>
        (enforced + KeyBackupsLast).UtcDateTime.Date.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
