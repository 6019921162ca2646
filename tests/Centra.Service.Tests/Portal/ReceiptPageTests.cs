using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>Receipts of opt-outs are found by practice and time, without an id at hand.</summary>
public sealed class ReceiptPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Given = ["Theodora"];
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Officer_FindsReceiptsByPracticeAndDay_AndReadsWhatTheySay()
    {
        var (north, south) = (await OptOutAsync("receipt-north", 1), await OptOutAsync("receipt-south", 2));
        using var officer = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);
        var today = _app.Clock.GetUtcNow();

        var list = await officer.PageAsync("/opt-outs?practice=receipt-north");

        list.ShouldContain($"/opt-outs/{north}");
        list.ShouldNotContain(south);
        (await officer.PageAsync($"/opt-outs?from={today.AddDays(-2):yyyy-MM-dd}&to={today.AddDays(2):yyyy-MM-dd}")).ShouldContain(south);
        (await officer.PageAsync($"/opt-outs?from={today.AddDays(2):yyyy-MM-dd}")).ShouldNotContain($"/opt-outs/{south}");
        var one = await officer.PageAsync($"/opt-outs/{north}");
        one.Words().ShouldContain("State in force");
        one.Words().ShouldContain("signed with key");
        one.Words().ShouldContain("Erased 0 patients, 0 records");
    }

    [Fact]
    public async Task Officer_WhoTypesAnId_IsLedThere_AndIsToldWhereThereIsNone()
    {
        var id = await OptOutAsync("receipt-east", 3);
        using var officer = await Browser.SignInAsync(_app, (await _app.As(Roles.PrivacyOfficer)).Email);

        using var found = await officer.Client.GetAsync($"/opt-outs?id={id}");

        found.Headers.Location?.ToString().ShouldEndWith($"/opt-outs/{id}");
        (await officer.PageAsync("/opt-outs?id=none")).Words().ShouldContain("There is no opt-out none.");
        (await officer.Client.GetAsync("/opt-outs/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Practice_SeesItsOwnAlone_WhateverItAsksFor()
    {
        var (west, other) = (await OptOutAsync("receipt-west", 4), await OptOutAsync("receipt-other", 5));
        var practice = await _app.AsPractice("receipt-west");
        using var agent = await Browser.SignInAsync(_app, (await _app.AsAgent("receipt-west")).Email);

        var list = await practice.GetStringAsync("/api/opt-outs?practice=receipt-other");

        list.ShouldContain(west);
        list.ShouldNotContain(other);
        var tomorrow = _app.Clock.GetUtcNow().AddDays(2);
        (await agent.PageAsync($"/practice/opt-outs?to={tomorrow:yyyy-MM-dd}")).ShouldContain(west);
        (await agent.PageAsync($"/practice/opt-outs?from={tomorrow:yyyy-MM-dd}")).Words().ShouldContain("in this time");
        (await agent.PageAsync($"/practice/opt-outs/{west}")).ShouldContain("data-print");
        (await agent.Client.GetAsync($"/opt-outs/{west}")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private async Task<string> OptOutAsync(string practice, int number) => (await (await _app.AsPractice(practice))
        .Post("/api/opt-outs", new { given = Given, family = "Quillfeather", birthDate = $"195{number}-03-02", nationalId = $"536-77-041{number}" }).Json()).Text("optOutId");
}
