using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Centra.Service.Tests.Hosts;

/// <summary>Calls and what they should answer.</summary>
public static class Calls
{
    /// <summary>Sends a JSON body.</summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync(path, null) : client.PostAsJsonAsync(path, body);

    /// <summary>The JSON of an answer that has to be a success.</summary>
    public static async Task<JsonElement> Json(this Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Expects a refusal with its code, as problem+json; which status a kind of refusal has is tested where kinds are.</summary>
    public static Task<JsonElement> ShouldRefuse(this Task<HttpResponseMessage> call, string code) => call.ShouldRefuse(null, code);

    /// <summary>Expects a refusal with its status and code, as problem+json.</summary>
    public static async Task<JsonElement> ShouldRefuse(this Task<HttpResponseMessage> call, HttpStatusCode? status, string code)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status ?? answer.StatusCode, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("code").GetString().ShouldBe(code);
        return problem;
    }

    /// <summary>The items of a list.</summary>
    public static List<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    /// <summary>A text member.</summary>
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Whether a member is there.</summary>
    public static bool Has(this JsonElement element, string name) => element.TryGetProperty(name, out _);
}
