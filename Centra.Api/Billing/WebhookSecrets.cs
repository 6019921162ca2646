using Centra.Api.Hosting;

namespace Centra.Api.Billing;

/// <summary>
/// The secrets that payment messages are signed with: several, so that one can be replaced while the other still holds. There is no default: where
/// none is configured, no message is taken.
/// </summary>
/// <param name="Configured">From <c>Centra__Payments__WebhookSecrets</c>.</param>
/// <param name="File">Path of a file with one secret a line (<c>Centra__Payments__WebhookSecretFile</c>), read at each message so that a change counts at once.</param>
internal sealed record WebhookSecrets(IReadOnlyList<string> Configured, string? File)
{
    private const int Shortest = 32;
    private static readonly char[] Between = [',', ' ', '\r', '\n', '\t'];

    /// <summary>Reads and checks.</summary>
    /// <exception cref="SettingsException">A secret is too short to be one, or the file cannot be read.</exception>
    public static WebhookSecrets Read(IConfigurationSection payments)
    {
        var secrets = new WebhookSecrets(Split(payments["WebhookSecrets"] ?? ""), payments["WebhookSecretFile"]);
        try
        {
            return secrets.Current().All(secret => secret.Length >= Shortest) ? secrets : throw new SettingsException($"a payment webhook secret has at least {Shortest} characters.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException("the file of payment webhook secrets (Centra__Payments__WebhookSecretFile) cannot be read.");
        }
    }

    /// <summary>Those that hold now.</summary>
    public IReadOnlyList<string> Current() => File is { Length: > 0 }
        ? [.. Configured, .. Split(System.IO.File.ReadAllText(File)).Where(secret => secret.Length >= Shortest)]
        : Configured;

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(WebhookSecrets);

    private static string[] Split(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
