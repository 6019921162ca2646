using System.Globalization;
using Centra.Recording;
using Centra.Storage;

namespace Centra.People;

/// <summary>Keeps the list of people, and tells officers when an operator resets somebody's credentials.</summary>
public sealed class PersonProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "person/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var userId = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<PersonAdmitted>() is { } admitted)
        {
            context.Add(new PersonRow { UserId = userId, Standing = nameof(PersonStanding.Active), PracticeId = admitted.PracticeId, AdmittedAt = admitted.At.ToUnixTimeMilliseconds() });
            return;
        }
        var row = await context.FindAsync<PersonRow>(userId) ?? throw new StreamBrokenException($"Person {userId} has no row.");
        var before = Words.Of(row.Roles);
        Apply(row, recorded);
        await KeepRolesAsync(context, userId, before, Words.Of(row.Roles));
        if (recorded.Read<CredentialsChanged>() is { Change: CredentialChange.PasswordReset or CredentialChange.SecondFactorReset } reset)
            context.Add(Alarm(userId, reset, recorded));
    }

    private static void Apply(PersonRow row, RecordedEvent recorded)
    {
        if (recorded.Read<RoleProposed>() is { } proposed)
            row.Proposed = Words.With(row.Proposed, proposed.Role);
        else if (recorded.Read<RoleGranted>() is { } granted)
            (row.Roles, row.Proposed, row.WasOperator) = (Words.With(row.Roles, granted.Role), Words.Without(row.Proposed, granted.Role), granted.Role == Roles.Operator ? 1 : row.WasOperator);
        else if (recorded.Read<RoleRemoved>() is { } removed)
            row.Roles = Words.Without(row.Roles, removed.Role);
        else if (recorded.Read<RoleProposalDropped>() is { } dropped)
            row.Proposed = Words.Without(row.Proposed, dropped.Role);
        else if (recorded.Read<TrainingRecorded>() is { } training)
            (row.Employer, row.TrainedOn) = (training.Employer, training.TrainedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else if (recorded.Type is nameof(PersonDisabled) or nameof(PersonEnabled))
            row.Standing = recorded.Type == nameof(PersonEnabled) ? nameof(PersonStanding.Active) : nameof(PersonStanding.Disabled);
    }

    private static async Task KeepRolesAsync(ReadContext context, string userId, string[] before, string[] after)
    {
        context.AddRange(after.Except(before).Select(role => new PersonRoleRow { Role = role, UserId = userId }));
        foreach (var role in before.Except(after))
            if (await context.FindAsync<PersonRoleRow>(role, userId) is { } held)
                context.Remove(held);
    }

    private static AlarmRow Alarm(string userId, CredentialsChanged reset, RecordedEvent recorded) => new()
    {
        AlarmId = $"alarm-{recorded.Hash()[..24]}",
        Kind = reset.Change.ToString(),
        At = reset.At.ToUnixTimeMilliseconds(),
        Text = $"The credentials of {userId} were reset by {recorded.Actor}. A grant for looking is suspended until an officer recertifies it.",
    };
}
