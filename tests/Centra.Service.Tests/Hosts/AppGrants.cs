namespace Centra.Service.Tests.Hosts;

/// <summary>People who may look at identifiable data.</summary>
public static class AppGrants
{
    /// <summary>A trained person of a role with a grant for purposes, given by another officer.</summary>
    public static async Task<Person> AsLooker(this ServiceApp app, string role, params string[] purposes)
    {
        var (person, officer) = (await app.As(role), await app.As(Roles.PrivacyOfficer));
        await officer.TrainAsync(app, person);
        await officer.GrantAsync(app, person, purposes).Json();
        return person;
    }

    /// <summary>Puts a training of today on record.</summary>
    public static Task TrainAsync(this Person officer, ServiceApp app, Person person) => officer.Client.Post($"/api/admin/users/{person.UserId}/training",
        new { employer = "The society", trainedOn = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime) }).Json();

    /// <summary>Gives a grant for half a year.</summary>
    public static Task<HttpResponseMessage> GrantAsync(this Person officer, ServiceApp app, Person person, params string[] purposes) =>
        officer.Client.Post($"/api/looks/grants/{person.UserId}", new { purposes, until = app.Clock.GetUtcNow().AddMonths(6) });

    /// <summary>Signs in again, for instance after time was set forward.</summary>
    public static async Task<Person> AgainAsync(this ServiceApp app, Person person) => person with { Client = app.Client(await app.TokenAsync(person.Email)) };
}
