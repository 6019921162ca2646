using Centra.Api.Http;
using Centra.Api.Requests;
using Centra.Rules;

namespace Centra.Api.Portal;

/// <summary>An application beside a former one: that which it amends or renews, or another one that the visitor may see.</summary>
internal static class ComparePages
{
    private const int Rows = 100;

    public static Task<IResult> CompareAsync(string id, string? with, Visitor visitor, Caller caller, Reading reading) => RequestPages.PageAsync<ComparePage>(id, visitor, reading.Grains, async view =>
    {
        var other = string.IsNullOrEmpty(with) ? view.ParentId : with;
        var former = other is null || other == id ? null : (await RequestRoutes.Grain(reading.Grains, other).View(visitor.UserId)).Value;
        var own = await RequestLists.PageAsync(new RequestQuery(null, null, null, null, null, null, null, null, Rows), caller, reading.Read);
        return new()
        {
            ["Form"] = await reading.Rules.OneAsync<FormRules>(view.Pinned?.Form),
            ["Former"] = former,
            ["Others"] = own.Items.Where(item => item.RequestId != id).Select(item => (item.RequestId, item.Title)).ToList(),
        };
    });
}
