using System.Globalization;
using System.Text;

namespace Centra.Notifications;

/// <summary>Writes .eml files, for development: a repeat overwrites its first.</summary>
public sealed class FolderPostbox(string folder, MailSettings settings) : IPostbox
{
    /// <inheritdoc/>
    public async Task SendAsync(Mail mail)
    {
        Directory.CreateDirectory(folder);
        var id = mail.MessageId(settings.From);
        var name = id[1..id.IndexOf('@', StringComparison.Ordinal)];
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.eml"), Text(mail, id), Encoding.ASCII);
    }

    private string Text(Mail mail, string id) => string.Join("\r\n",
        $"From: =?utf-8?B?{Base64(settings.SenderName)}?= <{settings.From}>", $"To: {mail.To}", $"Subject: =?utf-8?B?{Base64(mail.Subject)}?=", $"Date: {mail.At.ToString("r", CultureInfo.InvariantCulture)}", $"Message-ID: {id}",
        "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Body), Base64FormattingOptions.InsertLineBreaks), "");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
