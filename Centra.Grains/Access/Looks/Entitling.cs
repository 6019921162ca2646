using Orleans;

namespace Centra.Access;

/// <summary>Whether somebody may look, and for what. Decided before anything is read, so that a refusal says nothing of patients.</summary>
public sealed class Entitling(IGrainFactory grains)
{
    /// <summary>The look that is allowed, or why not.</summary>
    public async Task<Result<AllowedLook>> AskAsync(Looker looker, LookAsk ask)
    {
        if (looker.PracticeId is not null)
            return new AllowedLook(looker, Purpose.OwnPatient, null);
        if (Purposes.Find(ask.Purpose) is not { } purpose)
            return AccessRefusal.PurposeIsUnknown;
        var may = ask.BreakGlass is { Length: > 0 } glass
            ? await grains.GetGrain<IBreakGlassGrain>($"break-glass/{glass}").MayLook(looker.Who, purpose.Id)
            : await grains.GetGrain<ILookGrantGrain>($"look-grant/{looker.Who}").MayLook(purpose.Id);
        return may.Map(_ => new AllowedLook(looker, purpose, string.IsNullOrEmpty(ask.BreakGlass) ? null : ask.BreakGlass));
    }
}
