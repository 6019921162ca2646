using System.Net.Http.Headers;
using System.Security.Cryptography;
using Centra.Cli.Input;
using Centra.Cli.Server;

namespace Centra.Cli.OptOut;

/// <summary>A file of identities, read whole: a preview is of all of it or of nothing.</summary>
internal sealed class OptOutFile
{
    private const int Most = 64 << 20;
    private readonly InputFile _file;
    private readonly byte[] _content;

    private OptOutFile(InputFile file, byte[] content) => (_file, _content) = (file, content);

    public string Name => _file.Name;

    /// <summary>Reads a file, unzipped.</summary>
    public static async Task<OptOutFile> ReadAsync(InputFile file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var chunk = new byte[1 << 16];
        await using var stored = file.OpenStored();
        await using var lines = file.Unzip(stored);
        try
        {
            for (int read; (read = await lines.ReadAsync(chunk, cancel)) > 0;)
            {
                if (content.Length + read > Most)
                    throw new CommandFailedException($"{file.Name} is larger than 64 MiB: split it, and send the parts one after the other.");
                content.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw file.IsNoGzip();
        }
        return new OptOutFile(file, content.ToArray());
    }

    /// <summary>Asks what entering the file would do.</summary>
    public async Task<OptOutPreview> PreviewAsync(Connection server, CancellationToken cancel) =>
        (await server.SendAsync(() => Request("?preview=true"), cancel)).Read<OptOutPreview>();

    /// <summary>Enters the file. The same content again changes nothing.</summary>
    /// <param name="server">Where.</param>
    /// <param name="confirmed">The number of people, where it was confirmed.</param>
    /// <param name="cancel">The user has had enough.</param>
    public async Task<IReadOnlyList<EnteredLine>> EnterAsync(Connection server, int? confirmed, CancellationToken cancel)
    {
        var answer = await server.SendAsync(() => Request(confirmed is { } count ? $"?confirmCount={count}" : ""), cancel);
        return [.. answer.ReadLines<EnteredLine>().OrderBy(line => line.Line)];
    }

    private HttpRequestMessage Request(string query) => new(HttpMethod.Post, "api/opt-outs/batch" + query)
    {
        Headers = { { "Idempotency-Key", Convert.ToHexStringLower(SHA256.HashData(_content)) } },
        Content = new ByteArrayContent(_content)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(_file.Format is InputFormat.Csv ? "text/csv" : "application/x-ndjson") },
        },
    };
}
