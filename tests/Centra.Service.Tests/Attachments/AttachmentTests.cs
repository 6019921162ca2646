using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Centra.Attachments;

namespace Centra.Service.Tests.Attachments;

public sealed class AttachmentTests(ScannedApp shared) : IClassFixture<ScannedApp>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    private readonly ServiceApp _app = shared.App;
    private readonly FakeClamd _clamd = shared.Clamd;

    [Fact]
    public async Task Document_ComesBackAsItWas_AndDoesNothingInABrowser()
    {
        var person = await _app.As(Roles.Applicant);

        var taken = await SendAsync(person.Client, Pdf, "../Plan of \u202Estudy.html").Json();
        using var answer = await person.Client.GetAsync($"/api/attachments/{taken.Text("documentId")}");

        (taken.Text("name"), taken.Text("contentType"), taken.GetProperty("size").GetInt64()).ShouldBe(("Plan of _study.html.pdf", "application/pdf", Pdf.Length));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{taken.Text("sha256")}\"");
        _clamd.Scanned.ShouldBe(Pdf.Length);
    }

    [Fact]
    public async Task Multipart_IsTakenToo()
    {
        var person = await _app.As(Roles.Applicant);
        using var form = new MultipartFormDataContent { { new StringContent("words"), "note" }, { new ByteArrayContent(Pdf), "file", "plan.pdf" } };

        (await person.Client.PostAsync("/api/attachments", form).Json()).Text("name").ShouldBe("plan.pdf");
    }

    [Fact]
    public async Task Repeat_UnderTheSameKey_IsTheSameDocument()
    {
        var person = await _app.As(Roles.Applicant);

        var (first, again) = (await SendAsync(person.Client, Pdf, "plan.pdf", "k1").Json(), await SendAsync(person.Client, Pdf, "plan.pdf", "k1").Json());

        again.Text("documentId").ShouldBe(first.Text("documentId"));
        await SendAsync(person.Client, [.. Pdf, (byte)'\n'], "plan.pdf", "k1").ShouldRefuse(HttpStatusCode.Conflict, nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand));
    }

    [Fact]
    public async Task DocumentOfNoRequest_IsReadByItsUploaderOnly()
    {
        var (person, stranger, manager) = (await _app.As(Roles.Applicant), await _app.As(Roles.Applicant), await _app.As(Roles.RequestManager));
        var path = $"/api/attachments/{(await SendAsync(person.Client, Pdf, "plan.pdf").Json()).Text("documentId")}";

        (await person.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await manager.Client.GetAsync(path).ShouldRefuse(HttpStatusCode.NotFound, nameof(AttachmentRefusal.AttachmentNotFound));
        await stranger.Client.GetAsync(path).ShouldRefuse(HttpStatusCode.NotFound, nameof(AttachmentRefusal.AttachmentNotFound));
    }

    [Fact]
    public async Task HtmlThatIsCalledPdf_IsRefused() =>
        await SendAsync((await _app.As(Roles.Applicant)).Client, "<html><script>alert(1)</script></html>"u8.ToArray(), "plan.pdf")
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AttachmentRefusal.TypeIsNotAllowed));

    [Fact]
    public async Task InfectedDocument_IsRefused_AndItsContentIsNowhere()
    {
        var person = await _app.As(Roles.Applicant);
        byte[] bad = [.. Pdf, .. Encoding.ASCII.GetBytes($"%{FakeClamd.Virus}\n%%EOF\n")];

        await SendAsync(person.Client, bad, "plan.pdf", "bad").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AttachmentRefusal.AttachmentIsInfected));
        await SendAsync(person.Client, bad, "plan.pdf", "bad").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AttachmentRefusal.AttachmentIsInfected));

        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bad));
        Directory.EnumerateFiles(shared.Folder, sha256, SearchOption.AllDirectories).ShouldBeEmpty();
        var alarm = (await (await _app.As(Roles.Operator)).Client.GetAsync("/api/alarms?kind=UploadIsInfected").Json()).Items().ShouldHaveSingleItem();
        alarm.Text("text").ShouldContain("att-");
        alarm.GetRawText().ShouldNotContain("plan");
    }

    [Fact]
    public async Task ScannerThatDoesNotAnswer_KeepsNothing_AndTheRepeatIsTaken()
    {
        var person = await _app.As(Roles.Applicant);
        _clamd.Says = "";
        await SendAsync(person.Client, Pdf, "plan.pdf", "k2").ShouldRefuse(HttpStatusCode.ServiceUnavailable, nameof(AttachmentRefusal.ScannerIsUnavailable));

        _clamd.Says = null;
        (await SendAsync(person.Client, Pdf, "plan.pdf", "k2").Json()).Text("name").ShouldBe("plan.pdf");
    }

    [Fact]
    public async Task DocumentAboveTheLimit_IsRefused_WhetherItSaysSoOrNot()
    {
        var person = await _app.As(Roles.Applicant);
        byte[] large = [.. "%PDF-1.7\n"u8, .. new byte[1_000_001], .. "%%EOF"u8];
        using var unsaid = new HttpRequestMessage(HttpMethod.Post, "/api/attachments") { Content = new StreamContent(new MemoryStream(large)) };
        (unsaid.Headers.TransferEncodingChunked, _) = (true, unsaid.Headers.TryAddWithoutValidation("X-File-Name", "plan.pdf"));

        await SendAsync(person.Client, large, "plan.pdf", asks: true).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, nameof(AttachmentRefusal.AttachmentIsTooLarge));
        await person.Client.SendAsync(unsaid).ShouldRefuse(HttpStatusCode.RequestEntityTooLarge, nameof(AttachmentRefusal.AttachmentIsTooLarge));
    }

    // 2 GB are announced and not a byte of them is sent: the answer comes at once, because it needs none.
    [Fact]
    public async Task TwoGigabytes_AreRefusedBeforeAnyOfThemIsRead()
    {
        var person = await _app.As(Roles.Applicant);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", person.Client.BaseAddress!.Port);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/attachments HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: {person.Client.DefaultRequestHeaders.Authorization}\r\nX-File-Name: plan.pdf\r\nContent-Length: 2147483648\r\n\r\n"));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("HTTP/1.1 413 Payload Too Large");
    }

    [Fact]
    public async Task DocumentWithoutName_IsRefused()
    {
        using var body = new ByteArrayContent(Pdf);
        await (await _app.As(Roles.Applicant)).Client.PostAsync("/api/attachments", body).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AttachmentRefusal.FileNameIsMissing));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] content, string name, string? key = null, bool asks = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/attachments") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        // One that is refused unread closes the connection, maybe while it is still being sent; whoever asks first sends nothing then.
        request.Headers.ExpectContinue = asks;
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
