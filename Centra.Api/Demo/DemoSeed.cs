using Centra.Access;
using Centra.Api.Hosting;
using Centra.Api.People;
using Centra.Api.Portal;
using Centra.Api.Security;
using Centra.People;
using Centra.Practices;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>Makes the demo: users, practices, patients, opt-outs. Every step is a command with a fixed id, so that a second start completes what a first one began.</summary>
internal sealed class DemoSeed(IServiceScopeFactory scopes, IGrainFactory grains, DemoRules rules, DemoRecords records, DemoCatalogue catalogue, DemoRequests requests, IdSource ids, TimeProvider clock)
{
    private const string Actor = PersonRules.Host;

    /// <summary>Makes what is missing.</summary>
    public async Task RunAsync(ServiceSettings settings)
    {
        var folder = settings.Storage.DataFolder;
        var plan = DemoPlan.Of(folder, ids);
        var done = Path.Combine(folder, "demo-seeded");
        var begun = clock.GetUtcNow().AddDays(-DemoRequests.Story);
        await DemoTime.AtAsync(begun, rules.MakeAsync);
        if (!File.Exists(done))
        {
            foreach (var practice in plan.Practices)
                await MakeAsync(practice);
            foreach (var user in plan.Users)
                await MakeAsync(user);
            await GrantLooksAsync(plan);
            await DemoTime.AtAsync(begun, () => catalogue.MakeAsync(plan));
            await TrainApplicantsAsync(plan);
            await requests.MakeAsync(plan);
            await records.MakeAsync(plan);
            await File.WriteAllTextAsync(done, "");
        }
        Console.WriteLine($"Demo users and API keys are in {Path.Combine(folder, "demo-credentials.json")}");
    }

    private async Task MakeAsync(DemoPractice practice)
    {
        var key = ApiKeys.Parse(practice.ApiKey)!;
        var year = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(1);
        PracticeCommand[] commands =
        [
            new JoinPractice(practice.Name), new RecordAgreement(year, new string('0', 64)), new Attest(OffersOptOut: true), new Activate(),
            new IssueKey(key.KeyId, "Demo", KeyScopes.Ingest | KeyScopes.Screen | KeyScopes.OptOut | KeyScopes.Read, key.SecretSha256),
        ];
        foreach (var command in commands)
            Check(await grains.GetGrain<IPracticeGrain>($"practice/{practice.Id}").Handle(Context($"{practice.Id} {command.GetType().Name}"), command));
    }

    private async Task MakeAsync(DemoUser user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var admitting = scope.ServiceProvider.GetRequiredService<Admitting>();
        Check(await admitting.AdmitAsync(Context($"admit {user.Email}"), user.UserId, new NewPerson(user.Email, NameOf(user), [user.Role], user.PracticeId), user.Password, isOneTime: false));
    }

    // Officers may look at what is in the review lane; each grant is given by the other one.
    private async Task GrantLooksAsync(DemoPlan plan)
    {
        var officers = plan.Users.Where(user => user.Role == Roles.PrivacyOfficer).ToList();
        foreach (var (officer, other) in officers.Zip(Enumerable.Reverse(officers)))
        {
            var training = new RecordTraining("The society", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-30));
            Check(await grains.GetGrain<IPersonGrain>($"person/{officer.UserId}").Handle(Context($"training {officer.Email}"), training));
            var context = Context($"grant {officer.Email}") with { Actor = new Actor(other.UserId, null) };
            Check(await grains.GetGrain<ILookGrantGrain>($"look-grant/{officer.UserId}").Handle(context, new GiveLookGrant([Purposes.MatchingReview, "patient-request"], clock.GetUtcNow().AddMonths(6))));
        }
    }

    // Without training nobody downloads.
    private async Task TrainApplicantsAsync(DemoPlan plan)
    {
        foreach (var user in plan.Users.Where(user => user.Role == Roles.Applicant))
            Check(await grains.GetGrain<IPersonGrain>($"person/{user.UserId}").Handle(
                Context($"training {user.Email}"), new RecordTraining("Harbor University (demo)", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-30))));
    }

    internal static CommandContext Context(string what) => new(CommandId.From(Actor, "demo", what), new Actor(Actor, null));

    // Where there are several of a role they are told apart, as in their addresses.
    private static string NameOf(DemoUser user) => $"Demo {RoleWords.Of(user.Role).ToLowerInvariant()} {user.Email[..user.Email.IndexOf('@')].AsSpan(user.Role.Length)}".TrimEnd();

    // A repeated command with another content was completed by an earlier start.
    internal static void Check<T>(Result<T> result)
    {
        if (result.IsRefused && result.Refusal.Code != nameof(CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand))
            throw new SettingsException($"the demo cannot be made: {result.Refusal.Detail} ({result.Refusal.Code}) --demo wants a data folder of its own, and in a cluster Centra__Demo=elsewhere on every other silo.");
    }
}
