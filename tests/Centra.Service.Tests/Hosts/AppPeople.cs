using System.Net.Http.Json;
using System.Text.Json;
using Centra.Api.People;
using Centra.Api.Security;
using Centra.Practices;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Hosts;

/// <summary>Callers: people in their roles, who sign in as anybody would, and practices with their keys.</summary>
public static class AppPeople
{
    /// <summary>The password of everybody here.</summary>
    public const string Password = "correct horse lamp staple";

    /// <summary>A person with a role, signed in.</summary>
    public static async Task<Person> As(this ServiceApp app, string role, string? practice = null, string? name = null)
    {
        var person = await app.AdmitAsync(name ?? $"{role}.{app.Get<IdSource>().NewId("x")}", practice, role);
        return person with { Client = app.Client(await app.TokenAsync(person.Email)) };
    }

    /// <summary>A person who may act for a practice, signed in.</summary>
    public static Task<Person> AsAgent(this ServiceApp app, string practice) => app.As(Roles.ProviderAgent, practice);

    /// <summary>A practice's program with a key of these scopes. The practice is in good standing.</summary>
    public static async Task<HttpClient> AsPractice(this ServiceApp app, string practice, KeyScopes scopes = KeyScopes.Ingest | KeyScopes.Screen | KeyScopes.OptOut | KeyScopes.Read)
    {
        await app.PracticeAsync(practice);
        var key = ApiKeys.New(practice, app.Get<IdSource>());
        await app.HandleAsync(practice, new IssueKey(key.KeyId, "test", scopes, key.SecretSha256));
        return app.Client(key.Text);
    }

    /// <summary>A practice in good standing.</summary>
    public static async Task PracticeAsync(this ServiceApp app, string practice)
    {
        if (!(await app.Grain<IPracticeGrain>($"practice/{practice}").View()).IsRefused)
            return;
        foreach (var command in new PracticeCommand[] { new JoinPractice(practice), new RecordAgreement(new DateOnly(2099, 1, 1), new string('a', 64)), new Attest(true), new Activate() })
            await app.HandleAsync(practice, command);
    }

    /// <summary>A person who can sign in with <see cref="Password"/>.</summary>
    public static async Task<Person> AdmitAsync(this ServiceApp app, string name, string? practice = null, params string[] roles)
    {
        if (practice is not null)
            await app.PracticeAsync(practice);
        await using var scope = app.Scope();
        var email = $"{name.ToLowerInvariant()}@society.test";
        var admitted = await scope.ServiceProvider.GetRequiredService<Admitting>().AdmitAsync(
            app.Command(), app.Get<IdSource>().NewId("user"), new NewPerson(email, name, roles, practice), Password, isOneTime: false);
        admitted.Refusal.ShouldBeNull();
        return new Person(admitted.Value!.Person.UserId, email, app.Anonymous);
    }

    /// <summary>Signs in.</summary>
    public static async Task<string> TokenAsync(this ServiceApp app, string email, string password = Password, string? totp = null)
    {
        var answer = await app.SignInAsync(email, password, totp);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    /// <summary>Tries to sign in.</summary>
    public static Task<HttpResponseMessage> SignInAsync(this ServiceApp app, string email, string password = Password, string? totp = null) =>
        app.Anonymous.PostAsJsonAsync("/api/tokens", new { email, password, totp });

    private static async Task HandleAsync(this ServiceApp app, string practice, PracticeCommand command) =>
        (await app.Grain<IPracticeGrain>($"practice/{practice}").Handle(app.Command(), command)).Refusal.ShouldBeNull();
}

/// <summary>Somebody who signs in.</summary>
public sealed record Person(string UserId, string Email, HttpClient Client);
