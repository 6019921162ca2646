using System.Security.Cryptography;

namespace Centra.Browsing.Journeys;

// From the release to the close-out.
internal sealed partial class RequestStory
{
    private const int MostLooks = 300;

    /// <summary>One steward has the extract made, another one approves it.</summary>
    public async Task ReleaseAsync()
    {
        await using (var steward = await portal.VisitAsync(Roles.DataSteward))
        {
            await steward.TakeUpAsync("Prepare the release", title);
            await steward.PressAsync("Have the extract made", "Prepare the release");
            var again = steward.Page.GetByRole(AriaRole.Link, new() { Name = "Look again" });
            for (var looks = 0; await again.CountAsync() > 0; looks++)
            {
                looks.ShouldBeLessThan(MostLooks);
                await steward.Page.ReloadAsync();
            }
            await Expect(steward.Page.GetByRole(AriaRole.Button, new() { Name = "Approve the release" })).ToHaveCountAsync(0);
        }
        await using var second = await portal.VisitAsync(Roles.DataSteward, 2);
        await second.TakeUpAsync("Approve the release as the second steward", title);
        await (await (await second.SheetAsync("Approve the release")).TickAsync("I attest")).SendAsync();
        await second.SeesAsync("Active");
    }

    /// <summary>The team accepts the terms, and downloads what the page says that it is.</summary>
    public async Task DownloadAsync()
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync($"{Path}/release");
        await applicant.SeesAsync("You cannot download now");
        await applicant.FollowAsync("read and accept them");
        await applicant.PressAsync("I accept these terms");
        await applicant.TurnToAsync("Release");
        await applicant.FollowAsync("data-meeting-abstracts.csv");
        var sha256 = await applicant.Page.Locator(".hash").InnerTextAsync();
        var download = await applicant.Page.RunAndWaitForDownloadAsync(() => applicant.Page.Locator("a.button[download]").ClickAsync());
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(await download.PathAsync()))).ShouldBe(sha256);
        await applicant.GoAsync($"{Path}/release");
        await applicant.SeesAsync("What you have downloaded");
    }

    /// <summary>Reported, destroyed, closed; and the story of it.</summary>
    public async Task CloseAsync()
    {
        await using (var applicant = await portal.VisitAsync(Roles.Applicant))
        {
            await applicant.GoAsync($"{Path}/release");
            await (await (await applicant.SheetAsync("Report progress")).FillAsync("Progress", "Half done")).SendAsync();
            await (await (await applicant.SheetAsync("Certify the destruction of the data")).FillAsync("What was destroyed", "Wiped on Monday")).SendAsync();
            await (await (await applicant.SheetAsync("Close out")).FillAsync("Final report", "One paper.")).SendAsync();
        }
        await using var steward = await portal.VisitAsync(Roles.DataSteward);
        await steward.TakeUpAsync("Accept the close-out", title);
        await steward.PressAsync("Accept the close-out");
        await steward.SeesAsync("Closed");
        await steward.TurnToAsync("History");
        await steward.SeesAsync("Demo reviewer 3");
    }
}
