using System.Net;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Portal;

/// <summary>Pages as somebody without a script has them: their words, and their forms with what is filled in already.</summary>
internal static partial class PageForms
{
    /// <summary>A page that is there.</summary>
    public static async Task<string> PageAsync(this Browser browser, string path)
    {
        var answer = await browser.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The words of a page, without its tags.</summary>
    public static string Words(this string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    /// <summary>The words of an answer.</summary>
    public static async Task<string> WordsAsync(this HttpResponseMessage answer) => (await answer.Content.ReadAsStringAsync()).Words();

    /// <summary>Sends a form of a page as a browser would: what is hidden in it goes along.</summary>
    public static async Task<HttpResponseMessage> FillAsync(this Browser browser, string page, string action, params (string Name, string Value)[] fields) =>
        await browser.SendFormAsync(await browser.PageAsync(page), action, fields);

    /// <summary>Sends a form of a page that was read before.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this Browser browser, string html, string action, params (string Name, string Value)[] fields)
    {
        var form = Regex.Match(html, $"<form[^>]*action=\"{Regex.Escape(action)}\".*?</form>", RegexOptions.Singleline);
        form.Success.ShouldBeTrue($"There is no form for {action}.");
        var hidden = Hidden().Matches(form.Value).Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)));
        return await browser.Client.PostAsync(action, new FormUrlEncodedContent(
            hidden.Concat(fields).Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));
    }

    /// <summary>Expects that a form was taken.</summary>
    public static async Task<Uri> ShouldLeadOn(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        ((int)answer.StatusCode).ShouldBeOneOf(302, 303);
        return answer.Headers.Location!;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
