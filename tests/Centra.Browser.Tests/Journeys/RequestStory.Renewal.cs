namespace Centra.Browsing.Journeys;

// A renewal, in place of a draft from nothing.
internal sealed partial class RequestStory
{
    /// <summary>Begun from a request whose agreement has ended, and handed in; what is to follow it is said on both.</summary>
    public async Task RenewAsync(string former)
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync(former);
        await applicant.FollowAsync("Renew it");
        await applicant.SeesAsync("has an agreement of its own");
        await (await (await applicant.SheetAsync("Begin")).FillAsync("Title", title)).SendAsync();
        await applicant.SeesAsync("Renewal of");
        await applicant.PressAsync("Submit the application");
        await applicant.SeesAsync("Submitted.");
        Path = new Uri(applicant.Page.Url).AbsolutePath.Replace("/application", "", StringComparison.Ordinal);
    }

    /// <summary>Checked, voted on, approved: as for every request, so that nobody has to look at these pages again.</summary>
    public Task ApproveAsync() => portal.Service.ApproveAsync(Path["/requests/".Length..]);

    /// <summary>The former request says that this one is in force in its place, and leads to it.</summary>
    public async Task TakesThePlaceOfAsync(string former)
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync(former);
        await applicant.SeesAsync("Another request is in force in its place");
        await applicant.LeaveAsync(applicant.Page.Locator($".note a[href='{Path}']"));
        await applicant.SeesAsync("Active");
        await Expect(applicant.Page.Locator("h1")).ToHaveTextAsync(title);
    }
}
