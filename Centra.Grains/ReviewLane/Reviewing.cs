using Centra.Copying;
using Centra.Gate;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Carries out verdicts: what the rules say, and the erasure or exemption that goes with it, in one transaction.</summary>
public sealed class Reviewing(
    OptOutRegister register, Vault vault, Erasing erasing, Sweeping sweeping, Releasing releasing, PatientContents contents, CopyMaking copies, IdHashes hashes, TimeProvider clock)
{
    private const int Listed = 200;

    /// <summary>An officer's verdict.</summary>
    public async Task<Result<ReviewItemView>> DecideAsync(string itemId, ReviewVerdict verdict, CommandContext context)
    {
        var gone = new List<GonePatient>();
        var answer = await register.WriteAsync(async write =>
        {
            gone.Clear();
            await erasing.FollowAsync(write);
            var item = await ReviewItems.FindAsync(write.Session, itemId);
            if (await write.FindAsync(context.Id.Value) is not null)
                return item is { DecidedAt: not null } && item.DecidedBy == context.Actor.Id
                    ? (Result<ReviewItemView>)await ViewAsync(write.Session, item)
                    : CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand;
            var decided = ReviewRules.Decide(item, verdict, context.Actor.Id, clock.GetUtcNow());
            if (decided.IsRefused)
                return decided.Refusal;
            await ReviewItems.SaveAsync(write.Session, decided.Value);
            if (decided.Value.State is ReviewState.Same)
                await EraseAsync(write, decided.Value, context, gone);
            else if (decided.Value.State is ReviewState.SomeoneElse)
                await ExemptAsync(write, decided.Value, context);
            return await ViewAsync(write.Session, decided.Value);
        });
        await sweeping.FinishAsync(gone);
        await copies.CompleteAsync();
        return answer;
    }

    /// <summary>The answer of the practice that holds the form.</summary>
    public Task<Result<ReviewItemView>> AnswerAsync(string itemId, string practiceId, ReviewAnswer answer, CommandContext context) =>
        vault.Database.WriteAsync(Fence.Exclusive, async session =>
        {
            var item = await ReviewItems.FindAsync(session, itemId);
            var optOut = item is null ? null : await OptOuts.FindAsync(session, item.Ordinal);
            var answered = ReviewRules.Answer(item, optOut?.PracticeId, practiceId, answer, context.Actor.Id, clock.GetUtcNow());
            if (answered.IsRefused)
                return (Result<ReviewItemView>)answered.Refusal;
            await ReviewItems.SaveAsync(session, answered.Value);
            return (await ViewAsync(session, answered.Value)) with { PracticeId = "" };
        });

    /// <summary>An item for people.</summary>
    public static async Task<ReviewItemView> ViewAsync(DbSession session, ReviewItemRow item) => new(
        item.ItemId, item.PracticeId, (await OptOuts.FindAsync(session, item.Ordinal))?.Reference ?? "", item.Kind, item.State, item.Pattern,
        DateTimeOffset.FromUnixTimeMilliseconds(item.OpenedAt), DateTimeOffset.FromUnixTimeMilliseconds(item.ExpiresAt), item.Question, item.Answer, item.ProposedBy);

    /// <summary>One item for people, or null.</summary>
    public static Task<ReviewItemView?> FindAsync(Vault vault, string itemId) => vault.Database.ReadAsync(async session =>
        await ReviewItems.FindAsync(session, itemId) is { } row ? await ViewAsync(session, row) : null);

    /// <summary>Items that wait for an officer, oldest first.</summary>
    public static Task<IReadOnlyList<ReviewItemView>> OpenAsync(Vault vault) => vault.Database.ReadAsync(async session =>
    {
        var rows = (await ReviewItems.ListAsync(session, ReviewState.Open, null, "", Listed)).Concat(await ReviewItems.ListAsync(session, ReviewState.Proposed, null, "", Listed));
        return await ViewsAsync(session, rows.OrderBy(row => row.OpenedAt));
    });

    /// <summary>Questions to the practice that holds the forms. Neither practice learns the other's name: the reference on the form is what is asked about.</summary>
    public static Task<IReadOnlyList<ReviewItemView>> QuestionsAsync(Vault vault, string practiceId) => vault.Database.ReadAsync<IReadOnlyList<ReviewItemView>>(async session =>
        [.. (await ViewsAsync(session, await ReviewItems.QuestionsForAsync(session, practiceId, Listed))).Select(view => view with { PracticeId = "", ProposedBy = null })]);

    private static async Task<IReadOnlyList<ReviewItemView>> ViewsAsync(DbSession session, IEnumerable<ReviewItemRow> rows)
    {
        var views = new List<ReviewItemView>();
        foreach (var row in rows)
            views.Add(await ViewAsync(session, row));
        return views;
    }

    // The patient's whole identity becomes known as this person's: reversible, since the tokens are an operation of their own.
    private async Task EraseAsync(RegisterWrite write, ReviewItemRow item, CommandContext context, List<GonePatient> gone)
    {
        if (await Patients.FindAsync(write.Session, item.PatientNo) is not { } row)
            return;
        var stored = (await contents.ReadAsync([row])).GetValueOrDefault(row.PatientNo);
        var tokens = stored is null ? [] : erasing.Tokens(stored);
        await write.AppendAsync(context.Id.Value, clock.GetUtcNow(), new TokensAdded(item.Ordinal, row.PracticeId, row.IdHash.ToArray(), tokens, context.Actor.Id));
        await erasing.EraseAsync(write.Session, row);
        gone.Add(new GonePatient(row.PatientNo, row.KeyNo));
    }

    private async Task ExemptAsync(RegisterWrite write, ReviewItemRow item, CommandContext context)
    {
        if (await Patients.FindAsync(write.Session, item.PatientNo) is not { } row || (await contents.ReadAsync([row])).GetValueOrDefault(row.PatientNo) is not { } stored)
            return;
        var identity = IdentityHashes.Of(hashes, stored.Identity());
        await write.AppendAsync(context.Id.Value, clock.GetUtcNow(), new PatientExempted(item.Ordinal, row.IdHash.ToArray(), identity.ToArray(), context.Actor.Id));
        await releasing.ReleaseAsync(write.Session, row.PatientNo);
    }
}
