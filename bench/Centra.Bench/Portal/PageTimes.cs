using System.Net;
using System.Text.RegularExpressions;
using Centra.Bench.Requests;

namespace Centra.Bench.Portal;

/// <summary>How long a page takes.</summary>
/// <param name="Page">Which.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Bytes">Characters of it.</param>
internal sealed record PageTime(MeasuredPage Page, double Median, double P95, int Bytes);

/// <summary>Asks for pages one after another, as one person does.</summary>
internal static partial class PageTimes
{
    private const int WarmUps = 12;
    private const int Times = 40;
    private const int Deep = 20;

    public static async Task<IReadOnlyList<PageTime>> AllAsync(string address, PortalCast cast)
    {
        using var nobody = new PortalPerson(address);
        var people = new Dictionary<string, PortalPerson> { [""] = nobody };
        var times = new List<PageTime>();
        foreach (var page in MeasuredPages.All())
        {
            if (!people.TryGetValue(page.Role, out var person))
                people[page.Role] = person = await new PortalPerson(address).SignInAsync(cast.One(page.Role));
            times.Add(await OfAsync(page, person));
        }
        foreach (var person in people.Values)
            person.Dispose();
        return times;
    }

    private static async Task<PageTime> OfAsync(MeasuredPage page, PortalPerson person)
    {
        var path = page.IsDeep ? await FollowAsync(person, page.Path) : page.Path;
        for (var time = 0; time < WarmUps; time++)
            await person.GetAsync(path);
        var (taken, length) = (new double[Times], 0);
        for (var time = 0; time < Times; time++)
            (length, taken[time]) = Of(await person.GetAsync(path));
        Array.Sort(taken);
        return new PageTime(page, LoadMeasure.Percentile(taken, 0.5), LoadMeasure.Percentile(taken, 0.95), length);

        static (int, double) Of((string Text, double Milliseconds) page) => (page.Text.Length, page.Milliseconds);
    }

    // As many pages on as there are, some at the most.
    private static async Task<string> FollowAsync(PortalPerson person, string path)
    {
        for (var at = 0; at < Deep; at++)
        {
            var next = Next().Match(await person.ReadAsync(path));
            if (!next.Success)
                break;
            path = WebUtility.HtmlDecode(next.Groups[1].Value);
        }
        return path;
    }

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();
}
