using System.Security.Cryptography;
using Centra.Api.Consent;
using Centra.Api.Http;
using Centra.Consent;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>A practice's opt-outs: the list with receipts, a file of them, and the ways back.</summary>
internal static class OptOutListPages
{
    /// <summary>Largest file that a page takes.</summary>
    public const int LargestFile = 1_000_000;

    private const int Rows = 50;

    public static void MapOptOutListPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/opt-outs", ListAsync);
        pages.MapGet("/opt-outs/{id}/back", BackAsync);
        pages.MapGet("/opt-out-file", (Visitor visitor, HttpResponse response) => File(visitor, response, null));
        pages.MapPost("/opt-out-file", PreviewAsync);
        pages.MapPost("/opt-out-file/enter", EnterAsync);
        pages.MapGet("/dispute", (Visitor visitor, HttpResponse response) => Private(response, Results.Extensions.Page<DisputePage>(new { Visitor = visitor })));
    }

    private static async Task<IResult> ListAsync(string? from, string? to, string? after, Visitor visitor, Caller caller, HttpRequest request, Vault vault)
    {
        var (since, until) = (visitor.DayOf(from), visitor.DayOf(to)?.AddDays(1));
        var page = await OptOutApi.PageAsync(OptOutApi.Filter(caller, null, since, until), after, Rows, vault);
        return Private(request.HttpContext.Response, Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Opt-outs of your practice", Tabs = PracticeTabs.All,
            Lead = "By the reference that you wrote on the form: nobody's name is kept. A receipt is signed and can be checked by everybody, also without this service.",
            Filters = new ListFilter[] { new("from", "Received from", from, null, "date"), new("to", "Received until", to, null, "date") },
            Table = new TableView("Newest first", since is null && until is null ? "No patient has opted out through this practice yet." : "No patient has opted out through this practice in this time.",
                ["Reference", "Received", "Enforced", "Erased of yours#", "Hidden of yours#", "State", "Receipt", "Ways back"],
                [.. page.Items.Select(view => new Cell[]
                {
                    new(view.Reference, $"/practice/opt-outs/{view.OptOutId}"), visitor.Moment(view.ReceivedAt), visitor.Moment(view.EnforcedAt), (long)view.Receipt.PatientsErased, (long)view.Receipt.PatientsHeld, view.InForce ? "in force" : "ended",
                    new("Save", $"{ReadGate.File}/opt-outs/{view.OptOutId}/receipt"), view.InForce ? new Cell("Correct or end", $"/practice/opt-outs/{view.OptOutId}/back") : "",
                })]) { Next = request.Beyond(page.Next), Csv = request.Csv("/opt-outs", ("from", ReceiptPages.Utc(since)), ("to", ReceiptPages.Utc(until))) },
        }));
    }

    private static async Task<IResult> BackAsync(string id, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, Vault vault)
    {
        var view = await OptOutApi.Grain(grains, id).View(caller.PracticeId);
        return Private(response, view.IsRefused
            ? Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = view.Refusal.Detail }, StatusCodes.Status404NotFound)
            : Results.Extensions.Page<WaysBack>(new { Visitor = visitor, View = view.Value, Asked = (await WithdrawalApi.OfOptOutAsync(id, caller.PracticeId, vault)).Items }));
    }

    private static async Task<IResult> PreviewAsync(IFormFile? file, Visitor visitor, Caller caller, HttpResponse response, OptOutFiles files, OptOutIntake intake)
    {
        if (file is null or { Length: 0 } or { Length: > LargestFile })
            return File(visitor, response, ConsentRefusal.ConfirmationNeeded.Because($"Choose a file with at most {Sizes.Of(LargestFile)}."));
        using var text = new MemoryStream();
        await file.CopyToAsync(text);
        var isCsv = file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return await ShowAsync(text.ToArray(), isCsv, visitor, caller, response, files, intake, null);
    }

    private static async Task<IResult> ShowAsync(byte[] text, bool isCsv, Visitor visitor, Caller caller, HttpResponse response, OptOutFiles files, OptOutIntake intake, Refusal? refusal)
    {
        await intake.RefreshAsync();
        var preview = await files.PreviewAsync(files.Hash(await OptOutFileApi.LinesAsync(text, isCsv), caller.PracticeId!), caller.PracticeId!);
        return Private(response, Results.Extensions.Page<OptOutFilePage>(new { Visitor = visitor, Preview = preview, IsCsv = isCsv, Content = Convert.ToBase64String(text), Refusal = refusal }, refusal.Status()));
    }

    // The file comes back from the preview as it was sent, so that nothing of it is kept in between.
    private static async Task<IResult> EnterAsync(
        [FromForm] string? content, [FromForm] bool? isCsv, [FromForm] int? confirmCount, Visitor visitor, Caller caller, HttpResponse response, OptOutFiles files, OptOutIntake intake)
    {
        var text = new byte[(content?.Length ?? 0) + 3];
        if (content is null || !Convert.TryFromBase64String(content, text, out var length) || length is 0 or > LargestFile)
            return File(visitor, response, ConsentRefusal.ConfirmationNeeded.Because("Choose the file again."));
        text = text[..length];
        var source = await OptOutFileApi.LinesAsync(text, isCsv is true);
        await intake.RefreshAsync();
        var lines = files.Hash(source, caller.PracticeId!);
        var preview = await files.PreviewAsync(lines, caller.PracticeId!);
        if (preview.ConfirmationNeeded && confirmCount != preview.Valid)
            return await ShowAsync(text, isCsv is true, visitor, caller, response, files, intake, ConsentRefusal.ConfirmationNeeded.Because($"Type {preview.Valid}, the number of people that this file opts out."));
        var entered = new List<EnteredLine>();
        await foreach (var line in OptOutFileApi.EnterAsync(caller, files, intake, source, lines, Convert.ToHexStringLower(SHA256.HashData(text))))
            entered.Add(line);
        return Done(visitor, response, entered);
    }

    private static IResult Done(Visitor visitor, HttpResponse response, List<EnteredLine> entered) => Private(response, Results.Extensions.Page<ListPage>(new
    {
        Visitor = visitor, Title = "The file is entered", Tabs = PracticeTabs.All,
        Lead = $"{entered.Count(line => line.Status is "entered")} people have opted out, {entered.Count(line => line.Status is "repeated")} had before, {entered.Count(line => line.Status is "rejected")} lines were not taken. The same file again changes nothing.",
        Table = new TableView($"{entered.Count} lines", "The file had no lines.", ["Line#", "What happened", "Opt-out", "Receipt"], [.. entered.OrderBy(line => line.Line).Select(line => new Cell[]
        {
            line.Line, line.Status is "rejected" ? $"not taken: {Words.Line(line.Code ?? "")}" : line.Status is "repeated" ? "had opted out already" : "entered",
            line.OptOutId is null ? "" : new Cell("Look", $"/practice/opt-outs/{line.OptOutId}"), line.OptOutId is null ? "" : new Cell("Save", $"{ReadGate.File}/opt-outs/{line.OptOutId}/receipt"),
        })]),
    }));

    private static IResult File(Visitor visitor, HttpResponse response, Refusal? refusal) => Private(response, Results.Extensions.Page<OptOutFilePage>(new { Visitor = visitor, Refusal = refusal }, refusal.Status()));

    private static IResult Private(HttpResponse response, IResult page)
    {
        response.Headers.CacheControl = "no-store";
        return page;
    }
}
