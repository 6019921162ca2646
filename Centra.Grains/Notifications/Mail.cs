using System.Security.Cryptography;
using System.Text;

namespace Centra.Notifications;

/// <summary>An e-mail. Its id stays the same however often it is sent, so that a receiver can tell a repeat.</summary>
/// <param name="Id">What makes a repeat recognisable.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="At">When it was written.</param>
public sealed record Mail(string Id, string To, string Subject, string Body, DateTimeOffset At)
{
    /// <summary>The Message-ID header.</summary>
    public string MessageId(string from) => $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Id)))[..32]}@{from[(from.LastIndexOf('@') + 1)..]}>";

    /// <summary>Only the id: an address is personal.</summary>
    public override string ToString() => Id;
}

/// <summary>Where e-mail goes: a server, or a folder while developing.</summary>
public interface IPostbox
{
    /// <summary>Sends one. Throws where it was not taken.</summary>
    Task SendAsync(Mail mail);
}

/// <summary>How e-mail is sent.</summary>
public sealed record MailSettings
{
    /// <summary>The SMTP server; null: .eml files in a folder.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Sender.</summary>
    public string From { get; init; } = "centra@localhost";

    /// <summary>The sender's name beside that address.</summary>
    public string SenderName { get; init; } = "Data requests";

    /// <summary>The hour at which digests go out, 0 to 23, in the society's zone.</summary>
    public int DigestHour { get; init; } = 6;

    /// <summary>Who signs in at the server; null: nobody.</summary>
    public string? User { get; init; }

    /// <summary>Their password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the connection is encrypted (STARTTLS).</summary>
    public bool Tls { get; init; } = true;

    /// <summary>The address of this service in links.</summary>
    public string PublicAddress { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Says no password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
