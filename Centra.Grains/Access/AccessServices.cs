using Centra.Housekeeping;
using Centra.People;
using Centra.Recording;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Access;

/// <summary>People and their access to identifiable data, as services.</summary>
public static class AccessServices
{
    /// <summary>Adds them to the gate.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<IProjection, PersonProjection>().AddSingleton<IProjection, LookGrantProjection>().AddSingleton<IProjection, BreakGlassProjection>()
        .AddSingleton<SealedWords>().AddSingleton<Entitling>().AddSingleton<LookBook>().AddSingleton<Looking>().AddSingleton<HeldLooking>()
        .AddSingleton<DisclosureTokens>().AddSingleton<Disclosing>().AddSingleton<Accounting>()
        .AddSingleton<IHousekeepingTask, AccessExpiry>();
}
