using System.Text;
using Centra.Agreements;
using Centra.Recording;
using Centra.Rules;
using Centra.Storage;
using Centra.Testing;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

/// <summary>Agreements in a silo, with real files and a template that was published.</summary>
public class AgreementGrainTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issued_KeepsExactlyTheFilesThatItNames()
    {
        await using var gate = await StartAsync();
        var version = (await IssueAsync(gate)).Value!.Versions.Single();

        (await ReadAsync(gate, version.Sha256)).ShouldStartWith("%PDF-1.7");
        var text = await ReadAsync(gate, version.TextSha256);
        text.ShouldContain($"Request {RequestId}, version 1, issued");
        text.ShouldContain("represented by Cleo Hart");
        text.ShouldNotContain("{{");
        await using var source = await gate.Get<IFileStore>().OpenAsync(version.SourceSha256, Stop);
        AgreementPlainText.Write(await AgreementSource.ReadAsync(source!, Stop)).ShouldBe(text);
        AgreementPages.Write(AgreementText.Render(Default, ContentOf(gate), 1, Day(gate)).Value!, version.TextSha256).ShouldBe(await BytesAsync(gate, version.Sha256), "the same content gives the same file");
    }

    [Fact]
    public async Task Agreement_SignedByBoth_IsExecutedAndListed()
    {
        await using var gate = await StartAsync();
        var sha256 = (await IssueAsync(gate)).Value!.Versions.Single().Sha256;
        var now = gate.Get<TimeProvider>().GetUtcNow();
        (await Grain(gate).Handle(gate.Context("official"), new SignAgreement("Cleo Hart", "Vice President", "I bind it.", sha256, now))).Code().ShouldBe("taken");
        (await Grain(gate).Handle(gate.Context("manager"), new Countersign("Mo Day", "Director", "I bind it.", sha256, now))).Code().ShouldBe(nameof(AgreementRefusal.IssuerMayNotCountersign));
        (await Grain(gate).Handle(gate.Context("signatory"), new Countersign("Dana Reed", "Director", "I bind it.", sha256, now))).Code().ShouldBe("taken");

        var facts = await Grain(gate).Facts();
        (facts.IsFullyExecuted, facts.Sha256, facts.Starts).ShouldBe((true, sha256, Day(gate)));
        var row = (await gate.Storage.Read.Database.ReadAsync(session => AgreementList.PageAsync(session, ("", 0), "Executed", "", 10))).Single();
        (row.RequestId, row.Sha256, row.Total, row.Ends).ShouldBe((RequestId, sha256, "1602.00", $"{facts.Ends:yyyy-MM-dd}"));
        (await gate.Storage.Read.Database.ReadAsync(session => AgreementList.EndingAsync(session, row.Ends!, row.Ends!))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Issue_SentTwiceUnderOneId_IsOneVersionAndOneSetOfFiles()
    {
        await using var gate = await StartAsync();
        var context = gate.Context("manager");
        var first = await Grain(gate).Handle(context, new IssueAgreement(ContentOf(gate)));
        var second = await Grain(gate).Handle(context, new IssueAgreement(ContentOf(gate)));

        Recorder.Write(second.Value).ShouldBe(Recorder.Write(first.Value));
        Directory.GetFiles(gate.Storage.Settings.FilesFolder, "*", SearchOption.AllDirectories).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Issue_WithATemplateThatIsNotThere_WritesNothing()
    {
        await using var gate = await StartAsync();
        (await Grain(gate).Handle(gate.Context("manager"), new IssueAgreement(ContentOf(gate) with { TemplateVersion = 9 }))).Code().ShouldBe(nameof(AgreementRefusal.TemplateNotFound));
        (await Grain(gate).Handle(gate.Context("manager"), new IssueAgreement(ContentOf(gate) with { SigningOfficial = null }))).Code().ShouldBe(nameof(AgreementRefusal.PlaceholderHasNoValue));
        (await Grain(gate).Handle(gate.Context("manager"), new IssueAgreement(ContentOf(gate) with { RequestId = "another" }))).Code().ShouldBe(nameof(AgreementRefusal.ContentIsIncomplete));
        (await Grain(gate).View()).Code().ShouldBe(nameof(AgreementRefusal.AgreementNotFound));
        Directory.Exists(gate.Storage.Settings.FilesFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task Revised_KeepsTheFormerVersionReadable()
    {
        await using var gate = await StartAsync();
        await IssueAsync(gate);
        await Grain(gate).Handle(gate.Context("manager"), new ReviseAgreement(ContentOf(gate) with { Title = "Outcomes after chemotherapy" }, "Another title."));

        var versions = (await Grain(gate).View()).Value!.Versions;
        versions.Select(version => version.Number).ShouldBe([1, 2]);
        (await ReadAsync(gate, versions[0].TextSha256)).ShouldContain("immunotherapy");
        (await ReadAsync(gate, versions[1].TextSha256)).ShouldContain("chemotherapy");
        (await Grain(gate).Version(3)).Code().ShouldBe(nameof(AgreementRefusal.VersionNotFound));
    }

    [Fact]
    public async Task OfferNobodySigned_IsFoundByTheClockAndLapses()
    {
        var clock = new Testing.ShiftedClock();
        await using var gate = await StartAsync(clock);
        await IssueAsync(gate);
        clock.Advance(TimeSpan.FromDays(95));

        var found = await gate.Storage.Read.Database.ReadAsync(session => AgreementList.UnsignedBeforeAsync(session, $"{Day(gate):yyyy-MM-dd}", 10));
        found.ShouldBe([RequestId]);
        (await Grain(gate).Handle(gate.Context("clock"), new LapseAgreement())).Code().ShouldBe("taken");
        (await gate.Storage.Read.Database.ReadAsync(session => AgreementList.UnsignedBeforeAsync(session, "9999-12-31", 10))).ShouldBeEmpty();
    }

    private static AgreementTemplate Default =>
        RulesReader.Read<AgreementTemplate>(new RulesVersion(RulesKinds.AgreementTemplate, 1, RulesDefaults.Of(RulesKinds.AgreementTemplate), "", DateTimeOffset.UnixEpoch));

    private static async Task<GateHost> StartAsync(TimeProvider? clock = null)
    {
        var gate = await GateHost.StartAsync(new GateSetup { Clock = clock ?? new Testing.ShiftedClock() });
        var rules = gate.Grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.AgreementTemplate}");
        if ((await rules.Version(1)).IsRefused)
            (await rules.Handle(gate.Context("host"), new PublishRules(RulesDefaults.Of(RulesKinds.AgreementTemplate), null, "First."))).Code().ShouldBe("taken");
        return gate;
    }

    private static Task<Result<AgreementView>> IssueAsync(GateHost gate) => Grain(gate).Handle(gate.Context("manager"), new IssueAgreement(ContentOf(gate)));

    private static AgreementContent ContentOf(GateHost gate) => Content with { OpenUntil = Day(gate).AddDays(90) };

    private static DateOnly Day(GateHost gate) => SocietyDays.DayOf(gate.Get<TimeProvider>().GetUtcNow(), Content.Zone);

    private static IAgreementGrain Grain(GateHost gate) => gate.Grains.GetGrain<IAgreementGrain>($"agreement/{RequestId}");

    private static async Task<string> ReadAsync(GateHost gate, string sha256) => Encoding.UTF8.GetString(await BytesAsync(gate, sha256));

    private static async Task<byte[]> BytesAsync(GateHost gate, string sha256)
    {
        await using var stream = await gate.Get<IFileStore>().OpenAsync(sha256, Stop);
        using var copy = new MemoryStream();
        await stream!.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }
}
