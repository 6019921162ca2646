using System.Globalization;
using Centra.Api.Billing;
using Centra.Api.Demo;
using Centra.Api.Telemetry;
using Centra.Attachments;
using Centra.Notifications;
using Centra.Silo;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Api.Hosting;

/// <summary>What the service is started with: the command line, then the environment (Centra__...), then appsettings.json.</summary>
/// <param name="Storage">Where everything is kept.</param>
/// <param name="Silo">How the silo in this process is reached, and where it keeps grains.</param>
/// <param name="Port">The port, on loopback unless urls are configured.</param>
/// <param name="Demo">Whether demo data and users are made, and where.</param>
/// <param name="Telemetry">Where traces and metrics are sent; null: nowhere.</param>
internal sealed record ServiceSettings(StorageSettings Storage, SiloOptions Silo, int Port, DemoSetting Demo, TelemetrySettings? Telemetry)
{
    /// <summary>What payment messages are signed with; none unless configured.</summary>
    public WebhookSecrets WebhookSecrets { get; init; } = new([], null);

    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--data"] = "Centra:Data",
        ["--port"] = "Centra:Port",
        ["--demo"] = "Centra:Demo",
    };

    /// <summary>How documents are taken in.</summary>
    public AttachmentSettings Attachments { get; init; } = AttachmentSettings.Usual;

    /// <summary>How e-mail is sent.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>Reads and checks.</summary>
    /// <exception cref="SettingsException">An option is unknown or has no usable value.</exception>
    public static ServiceSettings Read(string[] args)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Options(args))
            .Build().GetSection("Centra");
        var port = int.TryParse(configuration["Port"] ?? "5080", CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 65536
            ? number
            : throw new SettingsException("the port is a number from 1 to 65535.");
        var (storage, silo) = (StorageOf(configuration), ClusterSettings.Read(configuration));
        storage = storage with { IsSiloOfACluster = silo.Postgres is not null };
        ClusterSettings.Check(silo, storage);
        return new ServiceSettings(
            storage, silo, port, DemoOf(configuration["Demo"]),
            TelemetrySettings.Read(configuration, Environment.GetEnvironmentVariable))
        {
            WebhookSecrets = WebhookSecrets.Read(configuration.GetSection("Payments")),
            Attachments = AttachmentsOf(configuration),
            Mail = MailOf(configuration, port),
        };
    }

    /// <summary>
    /// Makes known what grains go by. For every process that runs them: an e-mail that is sent from a silo without these settings would end in a
    /// folder that nobody reads.
    /// </summary>
    public void AddTo(IServiceCollection services)
    {
        if (Demo != DemoSetting.None)
            services.AddSingleton<TimeProvider, DemoTime>();
        services.TryAddSingleton(Attachments);
        services.TryAddSingleton(Mail);
        services.TryAddSingleton(WebhookSecrets);
    }

    private static DemoSetting DemoOf(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" or "false" => DemoSetting.None,
        "true" => DemoSetting.Made,
        "elsewhere" => DemoSetting.Elsewhere,
        _ => throw new SettingsException("Demo is true, false, or elsewhere, where another process of the cluster makes it."),
    };

    private static AttachmentSettings AttachmentsOf(IConfigurationSection configuration)
    {
        var megabytes = long.TryParse(configuration["AttachmentMegabytes"] ?? "100", CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 2000
            ? number
            : throw new SettingsException("AttachmentMegabytes is a number from 1 to 2000.");
        var clamd = configuration["Clamd"] is { Length: > 0 } address ? address : null;
        return clamd is null || Clamd.AddressOf(clamd) is not null
            ? new AttachmentSettings(megabytes * 1_000_000, clamd)
            : throw new SettingsException("Clamd is unix:/path or host:port.");
    }

    // The password is not a setting: a setting names the environment variable that has it.
    private static MailSettings MailOf(IConfigurationSection configuration, int port)
    {
        var mail = configuration.GetSection("Mail");
        var from = mail["From"] ?? "centra@localhost";
        return new MailSettings
        {
            Host = mail["Host"] is { Length: > 0 } host ? host : null,
            Port = int.TryParse(mail["Port"] ?? "587", CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : throw new SettingsException("Mail:Port is a number from 1 to 65535."),
            From = System.Net.Mail.MailAddress.TryCreate(from, out _) ? from : throw new SettingsException("Mail:From is an e-mail address."),
            SenderName = mail["SenderName"] is { Length: > 0 } name ? name : new MailSettings().SenderName,
            DigestHour = int.TryParse(mail["DigestHour"] ?? "6", CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < 24 ? hour : throw new SettingsException("Mail:DigestHour is an hour from 0 to 23, in the society's zone."),
            User = mail["User"],
            Password = mail["PasswordVariable"] is { Length: > 0 } variable ? Environment.GetEnvironmentVariable(variable) ?? throw new SettingsException($"Mail:PasswordVariable names {variable}, which is not set.") : null,
            Tls = !bool.TryParse(mail["Tls"], out var tls) || tls,
            PublicAddress = (configuration["PublicAddress"] ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")).TrimEnd('/'),
        };
    }

    private static StorageSettings StorageOf(IConfigurationSection configuration) => new()
    {
        DataFolder = Path.GetFullPath(configuration["Data"] ?? "data"),
        Postgres = configuration["Postgres"],
        PostgresKeys = configuration["PostgresKeys"],
        PostgresJournal = configuration["PostgresJournal"],
        Files = configuration["Files"],
        Bucket = BucketOptions.Read(configuration),
        KeyFile = configuration["KeyFile"],
        KeyVariable = configuration["KeyVariable"],
        ShardBits = int.TryParse(configuration["ShardBits"], CultureInfo.InvariantCulture, out var bits) && bits is >= 0 and <= 12 ? bits : 4,
    };

    private static Dictionary<string, string?> Options(string[] args)
    {
        var options = new Dictionary<string, string?>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!Switches.TryGetValue(args[at], out var name))
                throw new SettingsException($"unknown option {args[at]}. Options are --data DIR, --port N and --demo.");
            if (args[at] == "--demo")
                options[name] = "true";
            else if (at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal))
                options[name] = args[++at];
            else
                throw new SettingsException($"{args[at]} needs a value.");
        }
        return options;
    }
}

/// <summary>The service was started with something that it cannot use.</summary>
internal sealed class SettingsException(string message) : Exception(message);
