using Orleans;

namespace Centra.People;

/// <summary>Roles as facts for other grains' rules: asked of the person each time, so that a removed role has effect at once.</summary>
public static class RoleFacts
{
    /// <summary>Whether somebody may sign in and has one of these roles.</summary>
    public static async Task<bool> HasRoleAsync(this IGrainFactory grains, string userId, params string[] roles)
    {
        var person = await grains.GetGrain<IPersonGrain>($"person/{userId}").View();
        return person is { IsRefused: false, Value.Standing: PersonStanding.Active } && person.Value.Roles.Any(roles.Contains);
    }
}
