using Centra.Api.Billing;
using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Api.Security;
using Centra.Billing;
using Centra.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Portal;

/// <summary>The money of all requests: invoices, payments that wait, messages that belong nowhere; each also as CSV.</summary>
internal static class FinancePages
{
    private const int Rows = 50;
    private static readonly string[] Staff = PolicyTable.All[Policies.SeeBilling].Roles;

    public static void MapFinancePages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/money", Policies.SeeBilling);
        pages.MapGet("/", InvoicesAsync);
        pages.MapGet("/payments", PaymentsAsync);
        pages.MapGet("/unmatched", UnmatchedAsync);
        pages.MapGet("/invoices.csv", (string? state, string? after, Caller caller, HttpContext http, ReadStore read, TimeProvider clock) =>
            BillingApi.InvoicesAsync(null, state, after, int.MaxValue, caller, AsCsv(http, "invoices"), read, clock));
        pages.MapGet("/payments.csv", (string? kind, string? standing, string? after, Caller caller, HttpContext http, ReadStore read, TimeProvider clock) =>
            BillingApi.PaymentsAsync(null, kind, standing, after, int.MaxValue, caller, AsCsv(http, "payments"), read, clock));
        pages.MapGet("/unmatched.csv", (string? standing, string? after, HttpContext http, ReadStore read) =>
            UnmatchedApi.ListAsync(standing, after, int.MaxValue, AsCsv(http, "unmatched"), read));
    }

    private static async Task<IResult> InvoicesAsync(string? state, string? after, Visitor visitor, Caller caller, HttpRequest request, ReadStore read, TimeProvider clock)
    {
        var rows = await read.Database.ReadAsync(session => BillingList.InvoicesAsync(session, RequestReaders.Of(caller, Staff, clock), "", state ?? "owed", after ?? "", Rows));
        return Results.Extensions.Page<InvoiceListPage>(new
        {
            Visitor = visitor, State = state ?? "owed", Rows = rows.ConvertAll(InvoiceItem.Of), Next = Next(request, rows.Count, rows.LastOrDefault()?.Number), Csv = Csv(request, "invoices", ("state", state ?? "owed")),
        });
    }

    private static async Task<IResult> PaymentsAsync(string? kind, string? standing, string? after, Visitor visitor, Caller caller, HttpRequest request, ReadStore read, TimeProvider clock)
    {
        var filter = new PaymentFilter("", kind ?? "", standing switch { null => nameof(EntryStanding.Pending), "all" => "", _ => standing });
        var rows = await read.Database.ReadAsync(session => BillingList.PaymentsAsync(session, RequestReaders.Of(caller, Staff, clock), filter, after ?? "", Rows));
        return Results.Extensions.Page<PaymentListPage>(new
        {
            Visitor = visitor, Filter = filter, Rows = rows.ConvertAll(PaymentItem.Of), Next = Next(request, rows.Count, rows.LastOrDefault()?.PaymentKey),
            Names = await Actors.ReadAsync(read, rows.SelectMany(row => new[] { row.RecordedBy, row.DecidedBy })), Csv = Csv(request, "payments", ("kind", filter.Kind), ("standing", filter.Standing)),
        });
    }

    private static async Task<IResult> UnmatchedAsync(string? standing, string? after, Visitor visitor, HttpRequest request, ReadStore read)
    {
        var rows = await read.Database.ReadAsync(session => BillingList.UnmatchedAsync(session, standing is "all" ? "" : standing ?? nameof(UnmatchedStanding.Open), after ?? "", Rows));
        return Results.Extensions.Page<UnmatchedListPage>(
            new { Visitor = visitor, Standing = standing ?? nameof(UnmatchedStanding.Open), Rows = rows.ConvertAll(UnmatchedItem.Of), Next = Next(request, rows.Count, rows.LastOrDefault()?.UnmatchedId),
                Names = await Actors.ReadAsync(read, rows.Select(row => row.DecidedBy)), Csv = Csv(request, "unmatched", ("standing", standing ?? nameof(UnmatchedStanding.Open))) },
            visitor.Call?.Refused?.Status);
    }

    private static string? Next(HttpRequest request, int count, string? last) =>
        count < Rows ? null : QueryHelpers.AddQueryString(request.Path, request.Query.Where(pair => pair.Key is not ("after" or "done")).Append(new("after", last)));

    private static string Csv(HttpRequest request, string name, params (string Key, string Value)[] filter) =>
        QueryHelpers.AddQueryString($"/money/{name}.csv", filter.Where(pair => pair.Value.Length > 0).Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)).Append(new("after", request.Query["after"])));

    // A link cannot say what it accepts; for the rest it is the list of the interface.
    private static HttpContext AsCsv(HttpContext http, string name)
    {
        http.Request.Headers.Accept = "text/csv";
        http.Response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename={name}.csv";
        return http;
    }
}
