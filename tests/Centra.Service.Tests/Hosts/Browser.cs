using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Hosts;

/// <summary>A visitor with cookies, who fills in forms.</summary>
public sealed partial class Browser : IDisposable
{
    private Browser(ServiceApp app) => Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = app.Anonymous.BaseAddress };

    /// <summary>Sends its cookies, follows no redirect.</summary>
    public HttpClient Client { get; }

    /// <summary>A new visitor.</summary>
    public static Browser Open(ServiceApp app) => new(app);

    /// <summary>A visitor who has signed in.</summary>
    public static async Task<Browser> SignInAsync(ServiceApp app, string email)
    {
        var browser = new Browser(app);
        var answer = await browser.SubmitAsync("/sign-in", ("email", email), ("password", AppPeople.Password));
        answer.Headers.Location?.ToString().ShouldBe("/home");
        return browser;
    }

    /// <summary>Opens the page of a form and sends it filled in.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitAsync(path, path, fields);

    /// <summary>Opens a page and sends the form in it to where it goes.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await Client.GetStringAsync(page));
        token.Success.ShouldBeTrue(page);
        return await Client.PostAsync(path, new FormUrlEncodedContent(fields.Append((token.Groups[1].Value, token.Groups[2].Value)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))));
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(__[^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
