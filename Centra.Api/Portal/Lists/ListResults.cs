using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Centra.Api.Portal;

/// <summary>What lists of pages need of the address.</summary>
internal static class ListResults
{
    /// <summary>The same list from there on; null at its end.</summary>
    public static string? Beyond(this HttpRequest request, string? next) =>
        next is null ? null : QueryHelpers.AddQueryString(request.Path, Kept(request).Append(new("after", next)));

    /// <summary>The same list of the interface as CSV, under the same filters, of which some may mean something else than was typed.</summary>
    public static string Csv(this HttpRequest request, string list, params (string Name, string? Value)[] meant) => QueryHelpers.AddQueryString(
        $"{ReadGate.Csv}{list}", Kept(request).Where(pair => pair.Key is not "limit" && meant.All(one => one.Name != pair.Key)).Concat(meant.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value)))
            .Where(pair => !string.IsNullOrEmpty(pair.Value)).Append(new("limit", "500")));

    /// <summary>A filter that was not filled in asks for nothing.</summary>
    public static string? Filled(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The beginning of a day of a filter, in the society's zone.</summary>
    public static DateTimeOffset? DayOf(this Visitor visitor, string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, visitor.Zone.GetUtcOffset(day)) : null;

    private static IEnumerable<KeyValuePair<string, string?>> Kept(HttpRequest request) =>
        request.Query.Where(pair => pair.Key is not ("after" or "done")).Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value.ToString()));
}
