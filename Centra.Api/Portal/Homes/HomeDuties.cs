using Centra.Agreements;
using Centra.Api.Access;
using Centra.Api.Consent;
using Centra.Api.Http;
using Centra.Api.People;
using Centra.Consent;
using Centra.Practices;
using Centra.Requests;
using Centra.ReviewLane;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>What each of a person's roles has before it, and where else the role goes.</summary>
internal sealed class HomeDuties(Visitor visitor, Caller caller, ReadStore read, IGrainFactory grains, Vault vault, TimeProvider clock)
{
    private readonly RequestDuties _requests = new(caller, read, grains);

    /// <summary>One a role, in the order of roles; duties with nothing waiting are left out.</summary>
    public async Task<IReadOnlyList<RoleDuties>> OfAsync()
    {
        var all = new List<RoleDuties>();
        foreach (var role in visitor.Roles)
            all.Add(new RoleDuties(RoleWords.Of(role), [.. (await OfAsync(role)).Where(duty => duty.Lines.Count > 0)], RoleWords.Chief(role), RoleWords.Places(role)));
        return all;
    }

    private async Task<IEnumerable<Duty>> OfAsync(string role)
    {
        var contract = new ContractDuties(caller, read, _requests, visitor);
        return role switch
        {
            Roles.Applicant => await _requests.TeamAsync(),
            Roles.SigningOfficial => [await contract.ToSignAsync(AgreementStanding.Issued, RequestCommandKind.SignAgreement), await contract.InForceAsync()],
            Roles.SocietySignatory => [await contract.ToSignAsync(AgreementStanding.InstitutionSigned, RequestCommandKind.Countersign)],
            Roles.RequestManager => await ManagerAsync(contract),
            Roles.Reviewer => await _requests.NextAsync(await _requests.RowsAsync(RequestStage.CommitteeReview, null, nameof(RequestParts.Reviewer))),
            Roles.Chair => await ChairAsync(),
            Roles.Finance => [(await contract.BeforeAgreementAsync()).ToEstimate, .. await contract.MoneyAsync()],
            Roles.DataSteward => await contract.ReleasesAsync(),
            Roles.PrivacyOfficer => [await LaneAsync(await Reviewing.OpenAsync(vault)), await WithdrawalsAsync(), await GlassAsync(), await AlarmsAsync()],
            Roles.ProviderAgent when visitor.PracticeId is { } practice => [Questions(await Reviewing.QuestionsAsync(vault, practice)), await AttestAsync(practice)],
            Roles.Operator => [await ProposedAsync(), await AlarmsAsync()],
            Roles.Auditor => [await AlarmsAsync()],
            _ => [],
        };
    }

    private async Task<IEnumerable<Duty>> ManagerAsync(ContractDuties contract)
    {
        var committee = await _requests.RowsAsync(RequestStage.CommitteeReview, "manager");
        return
        [
            RequestDuties.Of("Check availability", await _requests.RowsAsync(RequestStage.Availability, "manager"), RequestCommandKind.RecordAvailability, RequestStage.Availability, "manager"),
            RequestDuties.Of("Check against the policy", await _requests.RowsAsync(RequestStage.PolicyCheck, "manager"), RequestCommandKind.RecordPolicyCheck, RequestStage.PolicyCheck, "manager"),
            RequestDuties.Of("Assign reviewers", committee.Where(row => row.Ballot is null), RequestCommandKind.AssignReviewers, RequestStage.CommitteeReview, "manager"),
            RequestDuties.Of("Tell the applicant of the decision", committee.Where(row => row.Ballot is not null), RequestCommandKind.NotifyDecision, RequestStage.CommitteeReview, "manager"),
            (await contract.BeforeAgreementAsync()).ToIssue,
            await contract.ToAnswerAsync(),
        ];
    }

    private async Task<IEnumerable<Duty>> ChairAsync()
    {
        var closed = await _requests.RowsAsync(RequestStage.CommitteeReview, "chair");
        var open = await _requests.RowsAsync(RequestStage.CommitteeReview, "reviewer");
        return
        [
            .. await _requests.NextAsync(closed.Where(row => row.Ballot is not "NoQuorum")),
            RequestDuties.Of("No quorum: extend the ballot or have reviewers added", closed.Where(row => row.Ballot is "NoQuorum"), RequestCommandKind.ExtendBallot),
            .. await _requests.NextAsync(open),
            RequestDuties.Of("Ballots that are open", open, RequestCommandKind.CloseBallot, RequestStage.CommitteeReview, "reviewer") with { IsNews = true },
        ];
    }

    private async Task<Duty> WithdrawalsAsync() => new("Confirm the end of opt-outs",
        [.. (await WithdrawalApi.OpenAsync(null, vault)).Items.Select(item => new DutyLine(item.Reason is WithdrawalKind.Correction ? "Entered in error" : "The patient wants to be in again", "/withdrawals", Note: visitor.Moment(item.RequestedAt)))], "/withdrawals");

    private async Task<Duty> GlassAsync() => new("Review break-glass accesses",
        [.. (await BreakGlassApi.PageAsync("open", null, Duty.Most, read, clock)).Items.Where(item => item.UserId != visitor.UserId).Select(item => new DutyLine(item.Name ?? item.UserId, "/break-glass?state=open", item.ReviewDue))], "/break-glass?state=open");

    // Whoever proposed a role does not approve it; that is said on the person's page.
    private async Task<Duty> ProposedAsync() => new("Approve roles that were proposed",
        [.. (await AdminApi.PageAsync(new PeopleQuery(null, null, null, true, null, null, Duty.Most), read)).Items.Select(person => new DutyLine(person.DisplayName, $"/people/{person.UserId}", Note: string.Join(", ", person.ProposedRoles.Select(RoleWords.Of))))], "/people?proposed=true");

    private async Task<Duty> AlarmsAsync()
    {
        var alarms = await read.Database.ReadAsync(session => AlarmList.PageAsync(session, new AlarmFilter(null, null, false, 0, long.MaxValue), "", Duty.Most));
        return new Duty("Alarms that nobody has seen", [.. alarms.Select(alarm => new DutyLine(alarm.Text, "/alarms", Note: visitor.Moment(Listing.Time(alarm.At))))]) { IsNews = true };
    }

    // Who is meant is seen on the page itself, where each look is recorded.
    private async Task<Duty> LaneAsync(IReadOnlyList<ReviewItemView> items)
    {
        var names = await Names.OfPracticesAsync(read, items.Select(item => item.PracticeId));
        return new("Decide uncertain matches",
            [.. items.Select(item => new DutyLine($"{Words.Kind(item.Kind)}: {names.Practice(item.PracticeId)}", $"/review-lane/{item.ItemId}", item.ExpiresAt, $"the practice with the form: {Words.Answer(item)}"))], "/review-lane");
    }

    // Told a month before, so that nothing stops coming in.
    private async Task<Duty> AttestAsync(string practice)
    {
        var attested = (await grains.GetGrain<IPracticeGrain>($"practice/{practice}").View()).Value?.AttestedAt;
        return new("Attest that your patients are informed", attested is { } at && at.AddMonths(11) > visitor.Now ? [] : [new DutyLine("Records are taken for twelve months after it", "/practice", attested?.AddMonths(12))]);
    }

    private static Duty Questions(IReadOnlyList<ReviewItemView> items) =>
        new("Answer the privacy officers", [.. items.Select(_ => new DutyLine("Is it the same person?", "/practice"))], "/practice");
}
