using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Http;

/// <summary>A page of a list, and from where to read on; null at its end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Lists: pages by cursor, as JSON or as CSV. A page of CSV names the next one in a Link header.</summary>
internal static class Listing
{
    private const int Usual = 100;
    private const int Most = 500;

    /// <summary>How many items a page has.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? Usual, 1, Most);

    /// <summary>A time of a filter in Unix milliseconds.</summary>
    public static long Ms(DateTimeOffset? at, long otherwise) => at?.ToUnixTimeMilliseconds() ?? otherwise;

    /// <summary>A time of an answer.</summary>
    public static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>A number in a cursor.</summary>
    public static long Number(string? cursor, long otherwise) => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The page in the form that the caller accepts.</summary>
    public static IResult Answer<T>(HttpContext http, Page<T> page, params (string Name, Func<T, object?> Value)[] columns)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!WantsCsv(http.Request))
            return TypedResults.Ok(page);
        if (page.Next is not null)
            http.Response.Headers.Link = $"<{NextAddress(http.Request, page.Next)}>; rel=\"next\"";
        return TypedResults.Text(Csv.Write(page.Items, columns), "text/csv; charset=utf-8", Encoding.UTF8);
    }

    private static bool WantsCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } first && first.IsSubsetOf(new MediaTypeHeaderValue("text/csv"));

    private static string NextAddress(HttpRequest request, string next)
    {
        var query = request.Query.Where(pair => pair.Key != "after").Append(new("after", next));
        return QueryHelpers.AddQueryString($"{request.PathBase}{request.Path}", query);
    }
}
