using Centra.Api.Hosting;
using Centra.Attachments;
using Centra.Notifications;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Hosting;

/// <summary>A silo without HTTP: what runs there goes by the same settings.</summary>
public sealed class SiloProcessTests
{
    [Fact]
    public async Task Silo_SendsMailAndTakesDocuments_AsItWasTold()
    {
        using var folder = new TempFolder();
        var settings = ServiceSettings.Read(["--data", folder.Path]) with { Mail = new MailSettings { Host = "mail.society.test" }, Attachments = new AttachmentSettings(7, null) };
        await using var storage = await CentraStorage.OpenAsync(settings.Storage, TimeProvider.System);
        using var silo = SiloProcess.Build(settings, storage);

        silo.Services.GetRequiredService<IPostbox>().ShouldBeOfType<SmtpPostbox>();
        silo.Services.GetRequiredService<MailSettings>().ShouldBe(settings.Mail);
        silo.Services.GetRequiredService<AttachmentSettings>().ShouldBe(settings.Attachments);
    }
}
