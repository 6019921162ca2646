using Centra.Practices;

namespace Centra.Cli.Tests.OptOut;

/// <summary>On a service of its own: the people opted out here are out everywhere.</summary>
public sealed class OptOutTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task OptOut_OfOwnPatient_ErasesThatPatientAndNoOther()
    {
        using var shell = await ShellAsync();
        var records = shell.Write("all.ndjson", string.Join('\n',
            Samples.Patient("p1"), Samples.Patient("p2", "Holt", "Bo", "1950-12-01"), Samples.Condition("c1", "p1"), Samples.Condition("c2", "p2")));
        await shell.RunAsync("ingest", records);

        var ended = await shell.RunAsync("opt-out", shell.Write("one.ndjson", """{"given":"Ada","family":"Ranger","birthDate":"1961-04-02","patientIds":["p1"]}"""), "--json");
        var again = await shell.RunAsync("ingest", records, "--json");

        ended.Code.ShouldBe(0, ended.Error);
        ended.Json.GetProperty("preview").GetProperty("ownPatientsErased").GetInt32().ShouldBe(1);
        ended.Count("entered").ShouldBe(1);
        again.Counts.ShouldBe((4, 0, 2, 2, 0, 0), again.Error);
    }

    [Fact]
    public async Task OptOut_SameFileAgain_ChangesNothing()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("people.csv", "given,family,birth_date,postal_code\nUna,Steel,1971-01-02,10001\nUlf,Brandt,1972-03-04,10002\n");

        var first = await shell.RunAsync("opt-out", path, "--json");
        var second = await shell.RunAsync("opt-out", path, "--json");

        (first.Count("entered"), first.Count("repeated")).ShouldBe((2, 0));
        (second.Count("entered"), second.Count("repeated"), second.Code).ShouldBe((0, 2, 0));
    }

    [Fact]
    public async Task OptOut_OfMany_NeedsTheirNumber()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("many.csv", "given,family,birth_date,postal_code\n"
            + string.Concat(Enumerable.Range(0, 300).Select(number => $"Ian,Foster,{new DateOnly(1980, 1, 1).AddDays(number):yyyy-MM-dd},{20_000 + number}\n")));

        var unconfirmed = await shell.RunAsync("opt-out", path);
        var wrong = await shell.RunAsync("opt-out", path, "--confirm-count", "299");
        var confirmed = await shell.RunAsync("opt-out", path, "--confirm-count", "300", "--json");

        unconfirmed.Code.ShouldBe(1);
        unconfirmed.Error.ShouldContain("--confirm-count 300");
        unconfirmed.Out.ShouldContain("300 people to opt out");
        wrong.Error.ShouldContain("opts out 300 people, not 299");
        confirmed.Count("entered").ShouldBe(300, confirmed.Error);
    }

    [Fact]
    public async Task OptOut_SomeLinesUnreadable_ReportsNumberAndCodeAndNobodysName()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("some.ndjson", """
            {"given":"Vera","family":"Marsh","birthDate":"1959-02-31","postalCode":"02139"}

            {"family":"Zeppelin"}
            {"given":"Vera","family":"Marsh","birthDate":"1959-02-28","postalCode":"02139"}
            """);

        var ended = await shell.RunAsync("opt-out", path);

        ended.Code.ShouldBe(2, ended.Error);
        ended.Out.ShouldContain("some.ndjson:1 BadDate");
        ended.Out.ShouldContain("some.ndjson:3 IdentityTooThin");
        ended.Out.ShouldContain("1 opt-outs entered");
        (ended.Out + ended.Error).ShouldNotContain("Zeppelin");
    }

    [Fact]
    public async Task OptOut_NarrowerKey_IsRefused()
    {
        using var shell = new Shell(service.Address, await service.PracticeKeyAsync(KeyScopes.Ingest));

        (await shell.RunAsync("opt-out", shell.Write("one.ndjson", "{}"))).ShouldFailWith("scope");
    }

    private async Task<Shell> ShellAsync() => new(service.Address, await service.PracticeKeyAsync());
}
