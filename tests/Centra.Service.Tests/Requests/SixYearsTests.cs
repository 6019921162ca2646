using Centra.Agreements;
using Centra.Billing;
using Centra.Housekeeping;
using Centra.Releases;
using Centra.Requests;
using Centra.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>What was agreed upon goes six years after its last effect, with everything below it; that it was, and who did what when, stays.</summary>
public class SixYearsTests
{
    private static readonly string[] Kinds = ["request", "agreement", "ledger", "release"];
    private static readonly TimeSpan SixYears = TimeSpan.FromDays(6 * 365 + 3);

    [Fact]
    public async Task ClosedRequest_GoesSixYearsAfterItsLastEffect_WithAgreementMoneyAndFiles()
    {
        using var folder = new TempFolder();
        await using (var app = await ServiceApp.StartAsync(folder.Path))
        {
            var (story, other) = await TwoOfOneExtractAsync(await RequestCast.AssembleAsync(app));
            var files = await FilesAsync(app, story.Id);

            app.Clock.Advance(SixYears - TimeSpan.FromDays(30));
            (await SweepAsync(app)).ShouldBe(0, "money moved after the term, and that is less than six years ago");
            app.Clock.Advance(TimeSpan.FromDays(366));
            (await SweepAsync(app)).ShouldBeGreaterThan(0);
            (await SweepAsync(app)).ShouldBe(0);

            await IsGoneAsync(app, story.Id);
            await IsThereAsync(app, other.Id);
            var shared = await FilesAsync(app, other.Id);
            foreach (var sha256 in files)
                (await HasAsync(app, sha256)).ShouldBe(shared.Contains(sha256), sha256);
        }
        var report = await AuditVerification.RunAsync(new StorageSettings { DataFolder = folder.Path });
        report.Faults.ShouldBeEmpty();
        report.Removed.ShouldBeGreaterThan(40);
    }

    // The second is never closed out, so it stays. Both have the same extract.
    private static async Task<(RequestStory First, RequestStory Second)> TwoOfOneExtractAsync(RequestCast cast)
    {
        var (first, second) = (await RequestStory.ActiveAsync(cast), await RequestStory.ActiveAsync(cast));
        await CloseAsync(first);
        cast.App.Clock.Advance(TimeSpan.FromDays(800));
        var host = cast.App.Grain<IDataRequestGrain>($"request/{first.Id}");
        (await host.Handle(cast.App.Command(cast["finance"].UserId), new ForLedger(new RecordPayment(1, "late", 5.00m, "USD", "BANK-late", PaymentMeans.Wire)))).Refusal.ShouldBeNull();
        (await host.Handle(cast.App.Command(cast["finance2"].UserId), new ForLedger(new ConfirmPayment("late", "BANK-late")))).Refusal.ShouldBeNull();
        return (first, second);
    }

    private static async Task CloseAsync(RequestStory story)
    {
        await story.PostAsync("pi", "destruction", new { certificate = "Wiped on Monday" });
        await story.PostAsync("pi", "close-out", new { report = "Done" });
        await story.PostAsync("steward", "close-out/accept");
    }

    private static Task<int> SweepAsync(ServiceApp app) => app.Get<IEnumerable<IHousekeepingTask>>().OfType<Retention>().Single().RunAsync();

    private static async Task IsGoneAsync(ServiceApp app, string id)
    {
        (await app.Grain<IAgreementGrain>($"agreement/{id}").View()).Refusal!.Code.ShouldBe(nameof(AgreementRefusal.AgreementNotFound));
        (await app.Grain<ILedgerGrain>($"ledger/{id}").View()).Refusal!.Code.ShouldBe(nameof(BillingRefusal.LedgerNotFound));
        (await app.Grain<IReleaseGrain>($"release/{id}").View()).Refusal!.Code.ShouldBe(nameof(ReleaseRefusal.ReleaseNotFound));
        foreach (var kind in Kinds)
        {
            (await CountAsync(app, $"select count(*) from event where stream = '{kind}/{id}' and type <> 'ContentRemoved' and payload not like '%contentRemoved%'")).ShouldBe(0, kind);
            (await CountAsync(app, $"select count(*) from retention_report where subject = '{kind}/{id}' and rule = 'agreements-six-years'")).ShouldBe(1, kind);
        }
        foreach (var table in new[] { "agreement", "invoice", "payment", "release", "release_download", "message" })
            (await CountAsync(app, $"select count(*) from {table} where request_id = '{id}'")).ShouldBe(0, table);
        (await CountAsync(app, "select count(*) from file_removal")).ShouldBe(0);
    }

    private static async Task IsThereAsync(ServiceApp app, string id)
    {
        (await app.Grain<IAgreementGrain>($"agreement/{id}").View()).Value!.Versions.Length.ShouldBe(1);
        (await CountAsync(app, $"select count(*) from release where request_id = '{id}'")).ShouldBe(1);
        foreach (var sha256 in await FilesAsync(app, id))
            (await HasAsync(app, sha256)).ShouldBeTrue();
    }

    private static async Task<HashSet<string>> FilesAsync(ServiceApp app, string id)
    {
        var agreement = (await app.Grain<IAgreementGrain>($"agreement/{id}").View()).Value!.Versions[0];
        var release = (await app.Grain<IReleaseGrain>($"release/{id}").View()).Value!.Versions[0];
        return [agreement.Sha256, agreement.TextSha256, agreement.SourceSha256, .. release.Files.Select(file => file.Sha256)];
    }

    private static async Task<bool> HasAsync(ServiceApp app, string sha256)
    {
        await using var content = await app.Get<IFileStore>().OpenAsync(sha256, TestContext.Current.CancellationToken);
        return content is not null;
    }

    private static Task<long> CountAsync(ServiceApp app, string sql) => app.Get<ReadStore>().Database.ReadAsync(session => session.NumberAsync(sql));
}
