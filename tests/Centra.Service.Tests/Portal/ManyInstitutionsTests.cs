using Centra.Storage;

namespace Centra.Service.Tests.Portal;

/// <summary>Where there are more institutions and datasets than anybody looks through, the field offers those that fit what was typed.</summary>
public sealed class ManyInstitutionsTests(RequestApp app) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = app.Cast;

    [Fact]
    public async Task TypedWords_AreAnsweredWithWhatFits()
    {
        await _cast.App.Get<ReadStore>().Database.WriteAsync(Fence.None, async session =>
        {
            for (var number = 0; number < 301; number++)
            {
                await session.ExecuteAsync("insert into institution (ror, name, country, listed_at) values ($1, $2, 'US', 1)", $"https://ror.org/many{number}", $"House {number:000} <of> Many");
                await session.ExecuteAsync("insert into dataset (dataset_id, title, summary, standing, sensitivity, use_codes, price_line, current_version, updated_at, committee_id) "
                    + "select $1, $2, summary, standing, sensitivity, use_codes, price_line, current_version, updated_at, committee_id from dataset where dataset_id = $3", $"many{number}", $"Survey {number:000}", RequestCast.Dataset);
            }
            return true;
        });
        using var pi = await PageVisit.OfAsync(_cast, "pi");

        var nothingTyped = await pi.HtmlAsync("/requests");
        var typed = await pi.HtmlAsync("/requests?institution=house+01&dataset=survey+007");

        nothingTyped.ShouldNotContain("<datalist");
        typed.ShouldContain("list=\"fits-institution\"");
        typed.ShouldContain("<option value=\"https://ror.org/many17\">House 017 &lt;of&gt; Many</option>");
        typed.ShouldNotContain("House 020");
        typed.ShouldContain("<option value=\"many7\">Survey 007</option>");
        typed.ShouldNotContain("Survey 008");
    }
}
