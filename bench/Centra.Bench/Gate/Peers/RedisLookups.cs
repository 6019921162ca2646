using Centra.Bench.Gate.Lookups;

namespace Centra.Bench.Gate.Peers;

/// <summary>The same lookups in a Redis set: SMISMEMBER for a thousand people behind each other, then their answers.</summary>
internal sealed class RedisLookups : IAsyncDisposable
{
    // Two connections keep the one thread of the server busy while this process writes and reads.
    private const int Connections = 2;
    private const int MembersAnAdd = 1_000;
    private const string Set = "register";
    private readonly RedisServer _server;
    private readonly byte[][] _batches;

    private RedisLookups(RedisServer server, PeopleBatches batches) => (_server, _batches) = (server, [.. Enumerable.Range(0, batches.Count).Select(number => Encode(batches[number]))]);

    /// <summary>Starts a server and fills it; null where there is none.</summary>
    public static async Task<RedisLookups?> FillAsync(string folder, SyntheticTokens tokens, PeopleBatches batches)
    {
        if (await RedisServer.StartAsync(folder) is not { } server)
            return null;
        await using var connection = server.Connect();
        var (writer, reader) = (new RespWriter(), new RespReader(connection));
        var members = new byte[MembersAnAdd * Key128.Size];
        for (var number = 0L; number < tokens.Count; number += MembersAnAdd)
        {
            var count = (int)Math.Min(MembersAnAdd, tokens.Count - number);
            for (var at = 0; at < count; at++)
                tokens[number + at].CopyTo(members.AsSpan(at * Key128.Size));
            writer.Clear();
            writer.Command("SADD", Set, members.AsSpan(0, count * Key128.Size));
            await connection.WriteAsync(writer.Written);
            reader.ReadInteger();
        }
        return new RedisLookups(server, batches);
    }

    /// <summary>Bytes of the server for each token.</summary>
    public double BytesAToken(SyntheticTokens tokens) => (double)_server.Memory / tokens.Count;

    /// <summary>Batches over and over.</summary>
    public async Task<Rounds> RunAsync(GateOptions options)
    {
        var connections = Enumerable.Range(0, Connections).Select(_ => _server.Connect()).ToArray();
        var readers = Array.ConvertAll(connections, connection => new RespReader(connection));
        var rounds = await Rounds.RunAsync(options, Connections, async (worker, number) =>
        {
            var writing = connections[worker].WriteAsync(_batches[number % _batches.Length]);
            var found = 0;
            for (var person = 0; person < PeopleBatches.People; person++)
                found += readers[worker].ReadFlags() > 0 ? 1 : 0;
            await writing;
            return found == PeopleBatches.OptedOut ? PeopleBatches.Tokens : throw new InvalidOperationException($"Redis found {found} people.");
        });
        foreach (var connection in connections)
            await connection.DisposeAsync();
        return rounds;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static byte[] Encode(IReadOnlyList<ReadOnlyMemory<byte>> people)
    {
        var writer = new RespWriter();
        foreach (var person in people)
            writer.Command("SMISMEMBER", Set, person.Span);
        return writer.Written.ToArray();
    }
}
