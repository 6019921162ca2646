using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>Somebody of the cast in a browser.</summary>
internal sealed class PageVisit(Browser browser) : IDisposable
{
    public static async Task<PageVisit> OfAsync(RequestCast cast, string who) => new(await Browser.SignInAsync(cast.App, cast[who].Email));

    /// <summary>A page that has to be there, with its entities read.</summary>
    public async Task<string> ReadAsync(string page) => WebUtility.HtmlDecode(await HtmlAsync(page));

    /// <summary>The status of a page.</summary>
    public async Task<HttpStatusCode> StatusAsync(string page)
    {
        using var answer = await browser.Client.GetAsync(page);
        return answer.StatusCode;
    }

    /// <summary>A file or page as it comes.</summary>
    public Task<HttpResponseMessage> GetAsync(string page) => browser.Client.GetAsync(page);

    /// <summary>What a request is answered with.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => browser.Client.SendAsync(request);

    /// <summary>A form on a page.</summary>
    public async Task<PageForm?> FormAsync(string page, string command) => PageForm.Find(await HtmlAsync(page), $"/do{command}");

    /// <summary>Fills in the form of a command on a page and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string command, params (string Name, string Value)[] typed)
    {
        var form = await FormAsync(page, command);
        form.ShouldNotBeNull($"{page} has no form for {command}");
        using var content = new FormUrlEncodedContent(form.With(typed).Fields);
        return await browser.Client.PostAsync(form.Action, content);
    }

    /// <summary>Sends a form that has to be taken.</summary>
    public async Task TakenAsync(string page, string command, params (string Name, string Value)[] typed)
    {
        using var answer = await SubmitAsync(page, command, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, $"{command}: {await answer.Content.ReadAsStringAsync()}");
    }

    public void Dispose() => browser.Dispose();

    public async Task<string> HtmlAsync(string page)
    {
        using var answer = await browser.Client.GetAsync(page);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return await answer.Content.ReadAsStringAsync();
    }
}
