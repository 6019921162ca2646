using Centra.Notifications;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Tests.Storage.Requests;

public sealed class SqliteReadPlanTests() : ReadPlanContract<SqliteKind>;

public sealed class PostgresReadPlanTests() : ReadPlanContract<PostgresKind>;

/// <summary>What the read store is asked every minute, with commands and on pages is found, and not looked for, however many requests and events there are.</summary>
public abstract class ReadPlanContract<TKind>() : PlanContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    private static readonly string EventKey = typeof(TKind) == typeof(SqliteKind) ? "sqlite_autoindex_event_1" : "event_pkey";

    [Theory]
    [InlineData("release_request", "delete from release where request_id = $1")]
    [InlineData("payment_request", "delete from payment where request_id = $1")]
    [InlineData("release_request", DutyList.Releases + "$1")]
    [InlineData("message_failing", "select count(*) from message where next_at is not null and attempts > 0")]
    public Task RowsOfARequest_AreFoundByIt(string index, string sql) => GoesByAsync(index, sql);

    [Theory]
    [InlineData("request_due", RequestClock.Due)]
    [InlineData("request_stage", RequestClock.Waiting)]
    [InlineData("request_child", RequestClock.Untold)]
    [InlineData("agreement_standing", RequestClock.StillOffered)]
    [InlineData("request_sealed", RequestClock.StillSealed)]
    [InlineData("invoice_owed", RequestClock.Unpaused)]
    public Task WhatTheClockAsks_EveryMinute_BeginsWhereFewRowsAre(string index, string sql) => GoesByAsync(index, sql);

    [Theory]
    [InlineData(Recipients.OfRole)]
    [InlineData(PeopleRows.ActiveOperators)]
    public Task PeopleOfARole_AreFoundByIt(string sql) => GoesByAsync(typeof(TKind) == typeof(SqliteKind) ? @"PRIMARY KEY \(role=" : "person_role_pkey", sql);

    [Fact]
    public Task OperatorsEver_AreCountedFromTheirIndex() => GoesByAsync("person_operator", PeopleRows.OperatorsEver);

    [Theory]
    [InlineData("app_user_name", "name", true)]
    [InlineData("app_user_name", "name", false)]
    [InlineData("app_user_created", "created", true)]
    public Task People_ComeInTheOrderOfAnIndex(string index, string sort, bool isAfter) => GoesByAsync(index, PeopleList.Sql(sort, isAfter, ofRole: false), isInOrder: true);

    [Theory]
    [InlineData("release_prepared", false, true)]
    [InlineData("release_request", true, false)]
    [InlineData("release_request", true, true)]
    public Task Releases_AreFoundByRequestOrPlace(string index, bool ofRequest, bool isAfter) => GoesByAsync(index, ReleaseList.ReleasesSql(ofRequest, isAfter));

    [Theory]
    [InlineData("release_download_request", true, false, false)]
    [InlineData("release_download_user", false, true, true)]
    [InlineData("release_download_at", false, false, true)]
    public Task Downloads_AreFoundByRequestPersonOrPlace(string index, bool ofRequest, bool ofUser, bool isAfter) => GoesByAsync(index, ReleaseList.DownloadsSql(ofRequest, ofUser, isAfter));

    [Theory]
    [InlineData("payment_request", false, true, false)]
    [InlineData("payment_request", true, false, false)]
    [InlineData("payment_recorded", false, false, true)]
    public Task Payments_AreFoundByRequestOwnerOrPlace(string index, bool ofUser, bool ofRequest, bool isAfter) => GoesByAsync(index, BillingList.PaymentsSql(ofUser, ofRequest, isAfter));

    [Theory]
    [InlineData("invoice_request", false, true, "", false)]
    [InlineData("invoice_request", true, false, "", true)]
    [InlineData("invoice_owed", false, false, "owed", false)]
    [InlineData("invoice_issued", false, false, "settled", true)]
    public Task Invoices_AreFoundByRequestOwnerStateOrPlace(string index, bool ofUser, bool ofRequest, string state, bool isAfter) =>
        GoesByAsync(index, BillingList.InvoicesSql(ofUser, ofRequest, state, isAfter));

    [Fact]
    public Task MoneyThatBelongsNowhere_GoesOnWhereThePageEnded() => GoesByAsync("unmatched_received", BillingList.UnmatchedSql(isAfter: true));

    [Theory]
    [InlineData("sign_in_user", "u1", 0)]
    [InlineData("sign_in_at", "", 1)]
    public Task SignIns_AreFoundByPersonOrTime(string index, string user, long from) => GoesByAsync(index, SignInList.Sql(new SignInFilter(user, from, long.MaxValue)));

    [Fact]
    public Task SignInsOfBeforeATime_AreFoundByIt() => GoesByAsync("sign_in_at", SignInList.Forget);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Alarms_ComeInTheOrderOfTime(bool isBeyond) => GoesByAsync("alarm_at", AlarmList.Sql(isBeyond), isInOrder: true);

    [Fact]
    public Task EventsOfAStreamAndType_AreFoundByTheStream() => GoesByAsync(EventKey, EventList.OfType);

    [Theory]
    [InlineData(GrownStreams.Heads)]
    [InlineData(GrownStreams.Count)]
    public async Task GrownStreams_AreFoundByTheTimeOfTheirEvents(string sql)
    {
        await GoesByAsync("event_(order|at)", sql);
        await GoesByAsync(EventKey, sql);
    }
}
