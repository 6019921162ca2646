using System.Globalization;
using Centra.Copying;
using Centra.Gate;
using Centra.Matching;
using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>The ways back from an opt-out: asked for, confirmed by another person, a sequence of their own, never a deletion.</summary>
public sealed class Withdrawing(
    OptOutRegister register, Vault vault, OptOutMatcher matcher, GateKeys keys, Releasing releasing, Sweeping sweeping, CopyMaking copies, IdSource ids, TimeProvider clock)
{
    /// <summary>Keeps a request until an officer looks at it.</summary>
    public Task<Result<WithdrawalView>> AskAsync(string optOutId, AskWithdrawalCommand command) =>
        vault.Database.WriteAsync(Fence.Exclusive, async session =>
        {
            var kept = await WithdrawalRequests.FindAsync(session, command.Context.Id.Value);
            if (kept is null && ConsentRules.Check(command, await OptOuts.FindAsync(session, optOutId)) is { } refusal)
                return (Result<WithdrawalView>)refusal;
            kept ??= await WithdrawalRequests.KeepAsync(session, Row(optOutId, command));
            return kept.OptOutId == optOutId && kept.PracticeId == command.PracticeId ? OptOutViews.Of(kept) : CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand;
        });

    /// <summary>Ends the opt-outs that a request is about.</summary>
    public async Task<Result<WithdrawalView>> ConfirmAsync(string optOutId, string requestId, CommandContext context)
    {
        var answer = await register.WriteAsync(async write =>
        {
            var request = await WithdrawalRequests.FindAsync(write.Session, requestId);
            if (await write.FindAsync(context.Id.Value) is not null)
                return request is { ConfirmedAt: not null } && request.ConfirmedBy == context.Actor.Id
                    ? (Result<WithdrawalView>)OptOutViews.Of(request)
                    : CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand;
            if (ConsentRules.Check(request, optOutId, context.Actor) is { } refusal)
                return refusal;
            return await EndAsync(write, request!, context);
        });
        await sweeping.FinishAllAsync();
        await copies.CompleteAsync();
        return answer;
    }

    /// <summary>Ends a request; the opt-outs stay in force.</summary>
    public Task<Result<WithdrawalView>> DeclineAsync(string optOutId, string requestId, string why, CommandContext context) =>
        vault.Database.WriteAsync(Fence.Exclusive, async session =>
        {
            var request = await WithdrawalRequests.FindAsync(session, requestId);
            if (request is { DeclinedAt: not null } && request.OptOutId == optOutId && request.DeclinedBy == context.Actor.Id && request.DeclinedWhy == why)
                return OptOutViews.Of(request);
            if (ConsentRules.CheckDecline(request, optOutId, context.Actor, why) is { } refusal)
                return (Result<WithdrawalView>)refusal;
            await WithdrawalRequests.DeclineAsync(session, requestId, context.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds(), why);
            return OptOutViews.Of((await WithdrawalRequests.FindAsync(session, requestId))!);
        });

    private async Task<Result<WithdrawalView>> EndAsync(RegisterWrite write, WithdrawalRequestRow request, CommandContext context)
    {
        var ended = await ConcernedAsync(write, request);
        if (ended.Count == 0)
            return ConsentRefusal.IdentityDoesNotMatch;
        var now = clock.GetUtcNow();
        await write.AppendAsync(context.Id.Value, now, new OptOutsWithdrawn(
            [.. ended.Select(row => row.Ordinal)], request.Reason, request.PracticeId, request.FormSha256, context.Actor.Id, request.RequestId));
        await releasing.EndItemsOfAsync(write.Session, [.. ended.Select(row => row.Ordinal)]);
        var withdrawn = string.Join(',', ended.Select(row => row.OptOutId));
        await WithdrawalRequests.ConfirmAsync(write.Session, request.RequestId, context.Actor.Id, now.ToUnixTimeMilliseconds(), withdrawn);
        return OptOutViews.Of((await WithdrawalRequests.FindAsync(write.Session, request.RequestId))!);
    }

    // A correction ends the one that was entered in error. A reinstatement ends every one that matches the patient's form outright.
    private async Task<List<OptOutRow>> ConcernedAsync(RegisterWrite write, WithdrawalRequestRow request)
    {
        var named = await OptOuts.FindAsync(write.Session, request.OptOutId);
        if (request.Reason is WithdrawalReason.EnteredInError)
            return named is { WithdrawnBy: null } ? [named] : [];
        var ordinals = await RegisterTokens.OrdinalsAsync(write.Session, TokensOf(request, write.Head));
        var candidates = await OptOuts.InForceAsync(write.Session, ordinals);
        var registered = await OptOuts.LastOrdinalAsync(write.Session);
        var matching = matcher.Decide(matcher.Open(request.Comparators!), candidates, registered, new HashSet<long>())
            .Where(hit => hit.Decision.Outcome is MatchOutcome.Suppressed).Select(hit => hit.Ordinal).ToHashSet();
        return named is not null && matching.Contains(named.Ordinal) ? [.. candidates.Where(row => matching.Contains(row.Ordinal))] : [];
    }

    // The request may be older than the key epochs in force. Of two in force, the first one's tokens are there for every opt-out.
    private byte[][] TokensOf(WithdrawalRequestRow request, RegisterHead head)
    {
        var epochs = request.Epochs.Split(',').Select(epoch => int.Parse(epoch, CultureInfo.InvariantCulture)).ToList();
        var (each, to) = (request.Tokens!.Length / epochs.Count, head.Epochs[0]);
        var from = epochs.FindLastIndex(epoch => epoch <= to);
        return keys.Carry(request.Tokens.AsSpan(from * each, each), epochs[from], to);
    }

    private WithdrawalRequestRow Row(string optOutId, AskWithdrawalCommand command) => new(
        ids.NewId("withdrawal"), command.Context.Id.Value, optOutId, command.PracticeId, OptOutViews.ReasonOf(command.Reason),
        string.Join(',', command.Identity?.Epochs ?? [1]), command.Identity?.Tokens.ToArray(), command.Identity?.Comparators.ToArray(),
        command.FormSha256.IsDefaultOrEmpty ? null : [.. command.FormSha256], command.Context.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds(), null, null, "");
}
