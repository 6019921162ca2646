namespace Centra.Browsing.Journeys;

/// <summary>A request on its way through the browsers of those who have a part in it. Each step expects success; they follow one another.</summary>
internal sealed partial class RequestStory(Portal portal, string title)
{
    private const string Dataset = "Meeting abstracts";

    /// <summary>Written part by part, saved while typing, handed in.</summary>
    public async Task ApplyAsync()
    {
        await using var applicant = await portal.VisitAsync(Roles.Applicant);
        await applicant.GoAsync("/home");
        await applicant.FollowAsync("Ask for data");
        await (await (await (await applicant.SheetAsync("Begin")).FillAsync("Title", title)).ChooseAsync("Your institution", "Harbor University School of Medicine (demo)")).SendAsync();
        await applicant.SeesAsync("Before it can be handed in");
        await WriteAsync(applicant);
        await AskAsync(applicant);
        await applicant.FollowAsync("Check and hand in");
        await applicant.PressAsync("Submit the application");
        await applicant.SeesAsync("Submitted.");
    }

    private static async Task WriteAsync(Visit applicant)
    {
        await applicant.LeaveAsync(applicant.Page.Locator(".parts a").First);
        var next = applicant.Page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" });
        while (await next.CountAsync() > 0)
        {
            foreach (var field in await applicant.Page.Locator("[data-save]").AllAsync())
                await WriteAsync(field);
            await Expect(applicant.Page.Locator("[data-said]").First).ToHaveTextAsync("Saved");
            await applicant.LeaveAsync(next);
            await Expect(applicant.Page.Locator("#refused")).ToHaveCountAsync(0);
        }
    }

    private static async Task WriteAsync(ILocator field)
    {
        var kind = await field.EvaluateAsync<string>("field => field.type");
        if (kind == "select-one")
            await field.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        else
            await field.FillAsync(kind switch { "number" => "3", "date" => "2027-01-31", _ => "As a person would write it." });
    }

    private static async Task AskAsync(Visit applicant)
    {
        await applicant.FollowAsync($"Add {Dataset}");
        await (await (await (await applicant.SheetAsync("Save")).TickAsync("(year)", "(track)")).FillAsync("Cohort", "All of them")).SendAsync();
        await applicant.FollowAsync("Go on");
        await (await (await (await applicant.SheetAsync("Save")).ChooseAsync("Kind of requester", "University")).FillAsync("Funders", "Northern Fund")).SendAsync();
        await applicant.FollowAsync("Go on");
    }
}
