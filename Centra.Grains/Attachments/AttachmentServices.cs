using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Attachments;

/// <summary>Documents, as services.</summary>
public static class AttachmentServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.TryAddSingleton(AttachmentSettings.Usual);
        return services.AddSingleton<AttachmentIntake>().AddSingleton<DocumentExpiry>().AddSingleton<FileExpiry>().AddSingleton<FileRemoving>().AddSingleton(provider => new Clamd(
            provider.GetRequiredService<AttachmentSettings>().Clamd is { } setting ? Clamd.AddressOf(setting) : null, provider.GetRequiredService<TimeProvider>()));
    }
}
