using Centra.Attachments;
using Centra.Billing;
using Centra.Housekeeping;
using Centra.Recording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Requests;

/// <summary>Data requests, as services.</summary>
public static class RequestServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.TryAddSingleton(new SocietyName("the Society"));
        services.TryAddSingleton<ILedgerDoor, LedgerDoor>();
        foreach (var below in BelowRemoval.All)
            services.AddSingleton<IProjection>(below);
        return services.AddSingleton<RuleFactSource>().AddSingleton<CommitteeFactSource>().AddSingleton<RequestFactSource>().AddSingleton<AgreementDrafts>().AddSingleton<Carrying>().AddSingleton<IAttachmentReaders, DocumentReaders>().AddSingleton<DownloadWatch>()
            .AddSingleton<IProjection, RequestProjection>().AddSingleton<IHousekeepingTask, RequestClock>().AddSingleton<IHousekeepingTask, Retention>();
    }
}
