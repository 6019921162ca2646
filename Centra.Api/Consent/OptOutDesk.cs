using Centra.Consent;
using Centra.Register;
using Orleans;

namespace Centra.Api.Consent;

/// <summary>Takes an opt-out, from the interface and from the page alike. The identity is hashed here and forgotten.</summary>
internal sealed class OptOutDesk(OptOutIntake intake, OptingOut optingOut, IGrainFactory grains, IdSource ids, TimeProvider clock)
{
    private const int EpochAttempts = 3;

    /// <summary>Opts the person out.</summary>
    public async Task<Result<OptOutView>> EnterAsync(CommandContext context, string practiceId, IdentityDocument document)
    {
        var received = clock.GetUtcNow();
        var grain = grains.GetGrain<IPatientConsentGrain>($"opt-out/{ids.NewId("optout")}");
        for (var attempt = 1; ; attempt++)
        {
            var identity = intake.Hash(document.Demographics, practiceId);
            if (identity.IsRefused)
                return identity.Refusal;
            var answer = await grain.OptOut(new OptOutCommand(context, practiceId, identity.Value, document.FormDate, document.AskedBy, [.. document.FormSha256], received));
            if (answer.Refusal?.Code != nameof(RegisterRefusal.TokensAreOfAnotherEpoch) || attempt == EpochAttempts)
                return answer;
            await intake.RefreshAsync();
        }
    }

    /// <summary>What it would do in the practice's own store.</summary>
    public async Task<Result<OptOutEffect>> PreviewAsync(string practiceId, IdentityDocument document)
    {
        // Tokens of an epoch that is over would find nobody.
        await intake.RefreshAsync();
        var identity = intake.Hash(document.Demographics, practiceId);
        if (identity.IsRefused)
            return identity.Refusal;
        var matched = await optingOut.PreviewAsync(identity.Value);
        return new OptOutEffect(
            matched.Suppressed.Count(patient => patient.Row.PracticeId == practiceId), matched.Review.Count(one => one.Patient.Row.PracticeId == practiceId));
    }
}

/// <summary>What an opt-out would do in the practice's own store.</summary>
internal sealed record OptOutEffect(int PatientsErased, int PatientsHeld);
