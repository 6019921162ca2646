using Centra.Agreements;
using Centra.Api.Http;
using Centra.Billing;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>Agreements to sign, money to see to, releases to make: what waits for those who come after the decision.</summary>
internal sealed class ContractDuties(Caller caller, ReadStore read, RequestDuties requests, Visitor visitor)
{
    /// <summary>Agreements that wait for a signature.</summary>
    public async Task<Duty> ToSignAsync(AgreementStanding standing, RequestCommandKind kind) => await AgreementsAsync(StageWords.Action(kind), standing, row => row.HasOpenChanges == 0);

    /// <summary>Agreements in force.</summary>
    public async Task<Duty> InForceAsync() => await AgreementsAsync("Agreements in force", AgreementStanding.Executed, _ => true) with { IsNews = true, All = "/requests" };

    /// <summary>Agreements whose changes wait for an answer.</summary>
    public Task<Duty> ToAnswerAsync() => AgreementsAsync("Answer the wish for changes", AgreementStanding.Issued, row => row.HasOpenChanges == 1);

    /// <summary>The cost to estimate before an agreement can be issued, and agreements to issue.</summary>
    public async Task<(Duty ToEstimate, Duty ToIssue)> BeforeAgreementAsync()
    {
        var rows = await requests.RowsAsync(RequestStage.Contracting, "manager");
        var estimated = await read.Database.ReadAsync(session => DutyList.EstimatedAsync(session, rows.Select(row => row.RequestId)));
        return (RequestDuties.Of("Estimate the cost", rows.Where(row => !estimated.Contains(row.RequestId)), RequestCommandKind.IssueEstimate),
            RequestDuties.Of("Issue the agreement", rows.Where(row => estimated.Contains(row.RequestId)), RequestCommandKind.IssueAgreement));
    }

    /// <summary>Invoices to issue, payments to confirm, money that belongs nowhere, invoices that are owed.</summary>
    public async Task<IReadOnlyList<Duty>> MoneyAsync()
    {
        var rows = await requests.RowsAsync(RequestStage.Contracting, "finance");
        var (invoiced, payments, unmatched, owed) = await read.Database.ReadAsync(async session => (
            await DutyList.InvoicedAsync(session, rows.Select(row => row.RequestId)),
            await BillingList.PaymentsAsync(session, ("", 0), new PaymentFilter("", "", nameof(EntryStanding.Pending)), "", Duty.Most),
            await BillingList.UnmatchedAsync(session, nameof(UnmatchedStanding.Open), "", Duty.Most),
            await BillingList.InvoicesAsync(session, ("", 0), "", "owed", "", Duty.Most)));
        var titles = await read.Database.ReadAsync(session => DutyList.TitlesAsync(session, payments.Select(row => row.RequestId).Concat(owed.Select(row => row.RequestId))));
        return
        [
            RequestDuties.Of("Issue the invoice", rows.Where(row => !invoiced.Contains(row.RequestId)), RequestCommandKind.IssueInvoice),
            new("Confirm as the second person", [.. payments.Where(row => row.RecordedBy != caller.Actor.Id).Select(row =>
                new DutyLine($"{MoneyWords.Entry(Enum.Parse<EntryKind>(row.Kind))} {row.EntryId}, {Money.Text(row.AmountCents / 100m, row.Currency)}", $"/requests/{row.RequestId}/money", Note: titles.GetValueOrDefault(row.RequestId) ?? ""))], "/money/payments"),
            new("Say where this money belongs", [.. unmatched.Select(row => new DutyLine($"{Money.Text(row.AmountCents / 100m, row.Currency)} for “{row.InvoiceNumber}”", "/money/unmatched"))], "/money/unmatched"),
            new("Invoices that are owed", [.. owed.Select(row => new DutyLine($"{row.Number}, {Money.Text(row.BalanceCents / 100m, row.Currency)}", $"/requests/{row.RequestId}/money", Note: $"{titles.GetValueOrDefault(row.RequestId)}, issued {visitor.Day(Listing.Time(row.IssuedAt))}"))], "/money") { IsNews = true },
        ];
    }

    /// <summary>Releases to prepare and to approve, close-outs to accept.</summary>
    public async Task<IReadOnlyList<Duty>> ReleasesAsync()
    {
        var rows = await requests.RowsAsync(RequestStage.Fulfilment, "steward");
        var ending = (await requests.RowsAsync(null, "steward")).Where(row => row.Stage is not nameof(RequestStage.Fulfilment));
        var newest = await read.Database.ReadAsync(session => DutyList.ReleasesAsync(session, rows.Select(row => row.RequestId)));
        var by = rows.ToLookup(row => newest.GetValueOrDefault(row.RequestId) switch
        {
            ("Prepared", var who) when who == caller.Actor.Id => "others",
            ("Prepared", _) => "approve",
            ("Building", _) => "building",
            _ => "prepare",
        });
        return
        [
            RequestDuties.Of("Approve the release as the second steward", by["approve"], RequestCommandKind.ApproveRelease),
            RequestDuties.Of("Prepare the release", by["prepare"], RequestCommandKind.PrepareRelease, RequestStage.Fulfilment, "steward"),
            RequestDuties.Of("Accept the close-out", ending, RequestCommandKind.AcceptCloseOut),
            RequestDuties.Of("Being made", by["building"], RequestCommandKind.PrepareRelease) with { IsNews = true },
            RequestDuties.Of("Wait for another steward", by["others"], RequestCommandKind.ApproveRelease) with { IsNews = true },
        ];
    }

    private async Task<Duty> AgreementsAsync(string title, AgreementStanding standing, Func<AgreementRow, bool> which)
    {
        var (rows, titles) = await read.Database.ReadAsync(async session =>
        {
            var found = (await AgreementList.PageAsync(session, (IsOutside ? caller.Actor.Id : "", visitor.Now.ToUnixTimeMilliseconds()), standing.ToString(), "", Duty.Most)).Where(which).ToList();
            return (found, await DutyList.TitlesAsync(session, found.Select(row => row.RequestId)));
        });
        return new Duty(title, [.. rows.OrderBy(row => row.OpenUntil, StringComparer.Ordinal).Select(row => new DutyLine(
            titles.GetValueOrDefault(row.RequestId) ?? row.RequestId, $"/requests/{row.RequestId}/agreement",
            Note: standing is AgreementStanding.Issued ? $"open until {row.OpenUntil}" : row.Ends is { } ends ? $"until {ends}" : ""))]);
    }

    private bool IsOutside => !visitor.Roles.Any(Centra.People.Roles.OfSociety.Contains);
}
