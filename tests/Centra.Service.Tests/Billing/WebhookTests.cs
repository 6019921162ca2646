using System.Net;
using System.Text.Json;
using static Centra.Service.Tests.Billing.AppBilling;

namespace Centra.Service.Tests.Billing;

public class WebhookTests(BillingApp billing) : IClassFixture<BillingApp>
{
    private readonly ServiceApp _app = billing.App;

    [Fact]
    public async Task Payment_SentAgainAndAgain_CountsOnce()
    {
        var invoice = await _app.InvoiceAsync("twice");
        for (var sent = 0; sent < 3; sent++)
            (await Tell(Message("evt-twice", invoice, "pay-twice", 1000m))).ShouldBe("booked");
        (await Tell(Message("evt-twice-2", invoice, "pay-twice", 1000m))).ShouldBe("booked");

        var facts = await _app.FactsAsync("twice");
        (facts.Balance, facts.IsSettled).ShouldBe((0m, true));
    }

    [Fact]
    public async Task MessagesAtOnce_CountOnce()
    {
        var invoice = await _app.InvoiceAsync("at-once");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Tell(Message($"evt-once-{at % 3}", invoice, "pay-once", 400m))));

        (await _app.FactsAsync("at-once")).Balance.ShouldBe(600m);
    }

    [Fact]
    public async Task RefundAndReversal_InAnyOrder_ComeToTheSame()
    {
        var invoice = await _app.InvoiceAsync("order");
        (await Tell(Message("evt-o3", invoice, "pay-o", 400m, "payment.reversed", "cb-o"))).ShouldBe("booked");
        (await Tell(Message("evt-o2", invoice, "pay-o", 100m, "payment.refunded", "re-o"))).ShouldBe("booked");
        (await _app.FactsAsync("order")).Balance.ShouldBe(1000m);

        (await Tell(Message("evt-o1", invoice, "pay-o", 1000m))).ShouldBe("booked");

        var facts = await _app.FactsAsync("order");
        (facts.Balance, facts.IsSettled, facts.HasUnresolvedReversal).ShouldBe((500m, false, true));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Signature_HoldsFiveMinutes_ToTheSecond(int secondsOld, bool holds)
    {
        var now = _app.Clock.GetUtcNow();
        var signature = Api.Billing.WebhookSignature.Of(Secret, "{}", now - TimeSpan.FromSeconds(secondsOld));

        Api.Billing.WebhookSignature.Holds(signature, "{}"u8, [Secret], now).ShouldBe(holds);
    }

    // Minutes from either end: time goes on while it is sent.
    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(180, HttpStatusCode.OK)]
    [InlineData(-180, HttpStatusCode.OK)]
    [InlineData(302, HttpStatusCode.Unauthorized)]
    [InlineData(-600, HttpStatusCode.Unauthorized)]
    public async Task Signature_HoldsFiveMinutes(int secondsOld, HttpStatusCode expected)
    {
        using var answer = await _app.TellAsync(Message($"evt-age{secondsOld}", "INV-none", "pay-age", 1m), age: TimeSpan.FromSeconds(secondsOld));

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task BothSecrets_HoldWhileOneIsReplaced()
    {
        using var next = await _app.TellAsync(Message("evt-next", "INV-none", "pay-next", 1m), NextSecret);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public static TheoryData<string> BadSignatures => ["", "t=1,v1=", "v1=00", "t=abc,v1=00", "nonsense", new string('x', 5000)];

    [Theory]
    [MemberData(nameof(BadSignatures))]
    public async Task BadSignature_IsRefusedWithoutSayingWhy(string signature)
    {
        var problem = await _app.TellSignedAsync(Message("evt-bad", "INV-none", "pay-bad", 1m), signature).ShouldRefuse(HttpStatusCode.Unauthorized, "SignatureIsNotValid");

        problem.Text("detail").ShouldBe("The signature is not valid.");
    }

    [Fact]
    public Task NoSignature_IsRefused() => _app.TellSignedAsync(Message("evt-none", "INV-none", "pay-none", 1m), null).ShouldRefuse(HttpStatusCode.Unauthorized, "SignatureIsNotValid");

    [Fact]
    public async Task ChangedBodyOrOtherSecret_IsRefused()
    {
        var body = Message("evt-changed", "INV-none", "pay-changed", 1m);
        var signature = Api.Billing.WebhookSignature.Of(Secret, body, _app.Clock.GetUtcNow());

        await _app.TellSignedAsync(body.Replace("\"1\"", "\"9\""), signature).ShouldRefuse(HttpStatusCode.Unauthorized, "SignatureIsNotValid");
        await _app.TellSignedAsync(body, signature.Replace("t=", "t=0")).ShouldRefuse(HttpStatusCode.Unauthorized, "SignatureIsNotValid");
        await _app.TellAsync(body, "another-secret-that-nobody-configured").ShouldRefuse(HttpStatusCode.Unauthorized, "SignatureIsNotValid");
    }

    [Theory]
    [InlineData("", "MessageIsUnreadable")]
    [InlineData("[]", "MessageIsUnreadable")]
    [InlineData("{\"type\":\"payment.succeeded\",\"type\":\"payment.reversed\"}", "MessageIsUnreadable")]
    [InlineData("{}", "MessageTypeIsUnknown")]
    [InlineData("{\"type\":\"customer.created\"}", "MessageTypeIsUnknown")]
    public Task UnreadableMessage_IsRefusedByName(string body, string code) => _app.TellAsync(body).ShouldRefuse(HttpStatusCode.UnprocessableEntity, code);

    [Theory]
    [InlineData("id", "", "FieldIsWrong")]
    [InlineData("id", "a b", "FieldIsWrong")]
    [InlineData("payment", null, "FieldIsWrong")]
    [InlineData("invoice", "", "FieldIsWrong")]
    [InlineData("occurredAt", "yesterday", "FieldIsWrong")]
    [InlineData("amount", "1e3", "FieldIsWrong")]
    [InlineData("amount", "0", "AmountIsNotPositive")]
    [InlineData("amount", "-5.00", "AmountIsNotPositive")]
    [InlineData("amount", "5.001", "AmountHasMoreThanTwoDecimals")]
    [InlineData("amount", "9999999999", "AmountIsTooLarge")]
    [InlineData("currency", "dollars", "CurrencyIsWrong")]
    public Task WrongField_IsRefusedByName(string field, string? value, string code)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?>>(Message("evt-field", "INV-none", "pay-field", 1m))!;
        fields[field] = value;

        return _app.TellAsync(JsonSerializer.Serialize(fields)).ShouldRefuse(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public Task LargeMessage_IsRefused() => _app.TellAsync(new string(' ', 70_000)).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, "BodyIsTooLarge");

    [Fact]
    public async Task WithoutSecrets_NoMessageIsTaken()
    {
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path);

        await app.TellAsync(Message("evt", "INV-none", "pay", 1m)).ShouldRefuse(HttpStatusCode.ServiceUnavailable, "WebhookIsNotConfigured");
        await app.TellAsync(Message("evt", "INV-none", "pay", 1m), "").ShouldRefuse(HttpStatusCode.ServiceUnavailable, "WebhookIsNotConfigured");
    }

    private async Task<string> Tell(string body) => (await _app.TellAsync(body).Json()).Text("outcome");
}
