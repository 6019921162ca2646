using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Consent;
using Centra.Practices;

namespace Centra.Cli.Tests.Receipt;

/// <summary>On a service of its own: the people opted out here are out everywhere.</summary>
public sealed class ReceiptTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Verify_ReceiptOfTheService_IsSoundAndSaysWhatItAttests()
    {
        using var shell = await ShellAsync("/receipt");

        var ended = await shell.RunAsync("receipt", "verify", shell.Path("receipt.json"), "--key", shell.Path("key.pem"));

        ended.Code.ShouldBe(0, ended.Error);
        ended.Out.ShouldStartWith("Genuine:");
        ended.Out.ShouldContain("operation");
    }

    [Fact]
    public async Task Verify_WholeOptOut_FindsTheReceiptInIt()
    {
        using var shell = await ShellAsync("");

        (await shell.RunAsync("receipt", "verify", shell.Path("receipt.json"), "--key", shell.Path("key.pem"))).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("patientsErased", "7")]
    [InlineData("practiceId", "\"practice99\"")]
    [InlineData("covers", "\"nothing\"")]
    [InlineData("enforcedAt", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("signature", "\"AAAA\"")]
    public async Task Verify_AnythingChanged_IsNotGenuine(string member, string value)
    {
        using var shell = await ShellAsync("/receipt");
        var receipt = JsonNode.Parse(await File.ReadAllTextAsync(shell.Path("receipt.json")))!;
        receipt[member] = JsonNode.Parse(value);

        (await shell.RunAsync("receipt", "verify", shell.Write("changed.json", receipt.ToJsonString()), "--key", shell.Path("key.pem"))).ShouldFailWith("not genuine");
    }

    [Fact]
    public async Task Verify_AnotherKey_CannotVerify()
    {
        using var shell = await ShellAsync("/receipt");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        (await shell.RunAsync("receipt", "verify", shell.Path("receipt.json"), "--key", shell.Write("other.pem", other.ExportSubjectPublicKeyInfoPem()))).ShouldFailWith("cannot be verified with it");
    }

    [Fact]
    public async Task Verify_FilesThatAreNeither_SaysSo()
    {
        using var shell = await ShellAsync("/receipt");
        var (receipt, key) = (shell.Path("receipt.json"), shell.Path("key.pem"));

        (await shell.RunAsync("receipt", "verify", shell.Path("nothing"), "--key", key)).ShouldFailWith("There is no file");
        (await shell.RunAsync("receipt", "verify", shell.Write("text", "text"), "--key", key)).ShouldFailWith("holds no receipt");
        (await shell.RunAsync("receipt", "verify", shell.Write("empty.json", "{}"), "--key", key)).ShouldFailWith("holds no receipt");
        (await shell.RunAsync("receipt", "verify", receipt, "--key", receipt)).ShouldFailWith("holds no public key");
    }

    [Fact]
    public async Task Verify_ErasureCertificate_IsSoundUntilItIsChanged()
    {
        using var shell = await ShellAsync("/receipt");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var named = new ErasureCertificate("certificate-1", "north", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(15), 3, 9, 1, "All of it.", "Opt-outs.", "1970-02-20", ReceiptCheck.KeyIdOf(key), "");
        var certificate = named with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(named.SignedText()), HashAlgorithmName.SHA256)) };
        var pem = shell.Write("certificate.pem", key.ExportSubjectPublicKeyInfoPem());

        var sound = await shell.RunAsync("receipt", "verify", shell.Write("certificate.json", JsonSerializer.Serialize(certificate, JsonSerializerOptions.Web)), "--key", pem);
        var changed = await shell.RunAsync("receipt", "verify", shell.Write("changed.json", JsonSerializer.Serialize(certificate with { PatientsErased = 4 }, JsonSerializerOptions.Web)), "--key", pem);

        sound.Code.ShouldBe(0, sound.Error);
        sound.Out.ShouldContain("9 records of 3 patients were erased");
        changed.ShouldFailWith("The certificate is not genuine");
    }

    private async Task<Shell> ShellAsync(string route)
    {
        var key = await service.PracticeKeyAsync();
        var shell = new Shell(service.Address, key);
        var entered = await shell.RunAsync("opt-out", shell.Write("one.ndjson", """{"given":"Ada","family":"Ranger","birthDate":"1961-04-02","postalCode":"02139"}"""), "--json");
        using var http = new HttpClient { BaseAddress = new Uri(service.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        var id = entered.Json.GetProperty("lines")[0].GetProperty("optOutId").GetString();
        shell.Write("receipt.json", await http.GetStringAsync($"api/opt-outs/{id}{route}"));
        shell.Write("key.pem", await http.GetStringAsync("public/receipt-key"));
        return shell;
    }
}
