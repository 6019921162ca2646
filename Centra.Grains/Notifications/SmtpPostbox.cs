using System.Net;
using System.Net.Mail;
using System.Text;

namespace Centra.Notifications;

/// <summary>Sends through an SMTP server.</summary>
public sealed class SmtpPostbox(MailSettings settings, TimeProvider clock) : IPostbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task SendAsync(Mail mail)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, UseDefaultCredentials = false };
        if (settings.User is not null)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var message = new MailMessage(new MailAddress(settings.From, settings.SenderName, Encoding.UTF8), new MailAddress(mail.To)) { Subject = mail.Subject, Body = mail.Body, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", mail.MessageId(settings.From));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var patience = new CancellationTokenSource(Patience, clock);
        await client.SendMailAsync(message, patience.Token);
    }
}
