namespace Centra.Cli.Tests.Ingest;

[Collection(ServiceCollection.Name)]
public sealed class CsvIngestTests(ServiceFixture service)
{
    private const string Mapping = """
        {"files":[
          {"file":"cond","template":{"resourceType":"Condition","id":{"$column":"id"},"subject":{"reference":{"$column":"patient","$prefix":"Patient/"}}}},
          {"file":"pat","template":{"resourceType":"Patient","id":{"$column":"id"},"birthDate":{"$column":"born"},"name":[{"family":{"$column":"family"}}]}}]}
        """;

    [Fact]
    public async Task Ingest_CsvWithoutMapping_IsPatientsByLineOfTheFile()
    {
        using var shell = await ShellAsync();
        var rows = Enumerable.Range(1, 2_500).Select(number => number == 1_700 ? "broken" : $"p{number},Family{number},Ada,1961-04-02");
        var path = shell.Write("people.csv", "patient_id,family,given,birth_date\n" + string.Join('\n', rows));

        var ended = await shell.RunAsync("ingest", path, "--json");

        ended.Counts.ShouldBe((2_500, 2_499, 0, 0, 0, 1), ended.Error);
        ended.Json.GetProperty("rejects")[0].GetRawText().ShouldBe("""{"file":"people.csv","line":1701,"code":"BadCsvRow"}""");
    }

    [Fact]
    public async Task Ingest_CsvWithMapping_SendsTheFilesOfPatientsFirst()
    {
        using var shell = await ShellAsync();
        Directory.CreateDirectory(shell.Path("in"));
        shell.Write("in/cond.csv", "id,patient\nc1,p1\nc2,p2\n");
        shell.Write("in/patients.csv", "id,family,born\np1,Ranger,1961-04-02\np2,Holt,1950-12-01\n");

        var ended = await shell.RunAsync("ingest", shell.Path("in"), "--json", "--mapping", shell.Write("mapping.json", Mapping));

        ended.Counts.ShouldBe((4, 4, 0, 0, 0, 0), ended.Error);
    }

    [Fact]
    public async Task Ingest_MappingOfNothing_SaysSo()
    {
        using var shell = await ShellAsync();
        var path = shell.Write("people.csv", "patient_id\np1\n");

        (await shell.RunAsync("ingest", path, "--mapping", shell.Path("none.json"))).ShouldFailWith("There is no mapping file");
        (await shell.RunAsync("ingest", path, "--mapping", shell.Write("bad.json", "{"))).ShouldFailWith("is no JSON");
        (await shell.RunAsync("ingest", path, "--mapping", shell.Write("other.json", Mapping))).ShouldFailWith("MappingIsWrong");
    }

    private async Task<Shell> ShellAsync() => new(service.Address, await service.PracticeKeyAsync());
}
