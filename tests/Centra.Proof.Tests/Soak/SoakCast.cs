using Centra.Proof.Model;
using Centra.Service.Tests.Hosts;

namespace Centra.Proof.Soak;

/// <summary>Whoever calls: the practices' programs, an officer, an operator.</summary>
internal sealed record SoakCast(IReadOnlyDictionary<string, SoakCaller> Practices, SoakCaller Officer, SoakCaller Operator) : IDisposable
{
    /// <summary>Makes the service's data with them in it.</summary>
    public static async Task<SoakCast> PrepareAsync(SoakPlace place, SoakService service)
    {
        await using var app = await place.OpenAsync();
        var practices = new Dictionary<string, SoakCaller>();
        foreach (var practice in World.Practices)
            practices[practice] = new SoakCaller(service, (await app.AsPractice(practice)).DefaultRequestHeaders.Authorization!.Parameter!);
        return new SoakCast(practices, await PersonAsync(app, service, Roles.PrivacyOfficer), await PersonAsync(app, service, Roles.Operator));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var caller in Practices.Values.Append(Officer).Append(Operator))
            caller.Dispose();
    }

    private static async Task<SoakCaller> PersonAsync(ServiceApp app, SoakService service, string role) => new(service, null, (await app.As(role)).Email);
}
