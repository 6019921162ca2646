using Centra.Housekeeping;
using Centra.Recording;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Notifications;

/// <summary>Telling people, as services.</summary>
public static class NotificationServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton<IPostbox>(provider => provider.GetRequiredService<MailSettings>() is { Host: { Length: > 0 } } settings
            ? new SmtpPostbox(settings, provider.GetRequiredService<TimeProvider>())
            : new FolderPostbox(Path.Combine(provider.GetRequiredService<CentraStorage>().Settings.DataFolder, "mail"), provider.GetRequiredService<MailSettings>()));
        return services.AddSingleton<IProjection, RequestNotifications>().AddSingleton<IProjection, AgreementNotifications>().AddSingleton<IProjection, ReleaseNotifications>().AddSingleton<IProjection, BillingNotifications>()
            .AddSingleton<Overdue>().AddSingleton<Addressing>().AddSingleton<Posting>().AddSingleton<Letters>().AddSingleton<IHousekeepingTask, NotificationSweep>();
    }
}
