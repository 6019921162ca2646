using System.CommandLine;

namespace Centra.Cli.Server;

/// <summary>Which service, and with which key: the same options for every command that talks to one.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _server = new("--server")
    {
        HelpName = "URL",
        Description = "Address of the service; else CENTRA_SERVER.",
    };
    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "KEY",
        Description = "The practice's API key; better as CENTRA_KEY, where no other user of the machine sees it.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        command.Options.Add(_key);
    }

    public Connection Connect(ParseResult parsed, Surroundings around)
    {
        var address = AddressOf(parsed.GetValue(_server) ?? Settings.Find(around, "Server"));
        var key = parsed.GetValue(_key) ?? Settings.Find(around, "Key");
        if (key is null)
            throw new CommandFailedException("No API key: give it with --key or as CENTRA_KEY.");
        if (!KeyText.IsUsable(key))
            throw new CommandFailedException("This is no API key: one has letters, digits, dots and hyphens only.");
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            around.Error.WriteLine("Careful: the address begins with http, so key and records travel unencrypted.");
        return new Connection(address, key, around);
    }

    private static Uri AddressOf(string? text)
    {
        if (text is null)
            throw new CommandFailedException("No service: give its address with --server or as CENTRA_SERVER.");
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            ? address
            : throw new CommandFailedException("The address of the service is no http or https address.");
    }
}
