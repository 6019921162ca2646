namespace Centra.Browsing.Screenshots;

/// <summary>Pictures of the main pages of a fresh demonstration, for the documents.</summary>
internal static class ScreenshotCommand
{
    private static readonly (string Name, string? Role, int Number, string Path)[] Pages =
    [
        ("front", null, 1, "/"),
        ("opt-out-spanish", null, 1, "/es/opt-out"),
        ("home-manager", Roles.RequestManager, 1, "/home"),
        ("request", Roles.Applicant, 1, "/requests/request-demo-02"),
        ("application", Roles.Applicant, 1, "/requests/request-demo-01/application/datasets/meeting-abstracts"),
        ("evaluation", Roles.Reviewer, 2, "/requests/request-demo-04/review"),
        ("decision", Roles.Chair, 1, "/requests/request-demo-12/review"),
        ("agreement", Roles.SigningOfficial, 1, "/requests/request-demo-05/agreement"),
        ("money", Roles.Finance, 1, "/requests/request-demo-06/money"),
        ("release", Roles.Applicant, 1, "/requests/request-demo-08/release"),
        ("practice", Roles.ProviderAgent, 1, "/practice"),
        ("review-lane", Roles.PrivacyOfficer, 1, "/review-lane"),
        ("audit", Roles.Auditor, 1, "/audit"),
    ];

    private static BrowserNewContextOptions Window() => new() { ViewportSize = new() { Width = 1200, Height = 800 } };

    /// <summary>Takes them.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter said)
    {
        if (Chromium.Find() is null)
        {
            await said.WriteLineAsync(Chromium.Absence);
            return 1;
        }
        Directory.CreateDirectory(folder);
        await using var portal = new Portal();
        await portal.InitializeAsync();
        foreach (var (name, role, number, path) in Pages)
        {
            await using var visit = role is null ? await portal.VisitAsync(Window()) : await portal.VisitAsync(role, number, Window());
            await visit.GoAsync(path);
            var picture = await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            await said.WriteLineAsync($"{name}.png, {picture.Length / 1024} kB");
        }
        return 0;
    }
}
