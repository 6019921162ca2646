using Centra.Bench.Gate.Lookups;
using Centra.Testing;
using Npgsql;
using NpgsqlTypes;

namespace Centra.Bench.Gate.Peers;

/// <summary>The same lookups in a table of PostgreSQL with an index, all in its memory.</summary>
internal sealed class PostgresLookups : IAsyncDisposable
{
    private const int Connections = 2;
    private const string Settings = "-c shared_buffers=2GB -c work_mem=64MB -c maintenance_work_mem=512MB -c max_wal_size=16GB -c jit=off";
    private readonly PrivatePostgres _server;
    private readonly NpgsqlDataSource _source;
    private readonly PeopleBatches _batches;

    private PostgresLookups(PrivatePostgres server, NpgsqlDataSource source, PeopleBatches batches) => (_server, _source, _batches) = (server, source, batches);

    /// <summary>What an array of tokens is looked up with.</summary>
    public const string AnyArray = "select token, ordinal from register where token = any($1)";

    /// <summary>The same as a join.</summary>
    public const string Unnest = "select token, ordinal from register join unnest($1::bytea[]) as asked(token) using (token)";

    /// <summary>Starts a server and fills it; null where there is none.</summary>
    public static async Task<PostgresLookups?> FillAsync(SyntheticTokens tokens, PeopleBatches batches)
    {
        if (await PrivatePostgres.TryStartAsync(Settings) is not { } server)
            return null;
        var source = new NpgsqlDataSourceBuilder(await server.CreateDatabaseAsync()) { ConnectionStringBuilder = { CommandTimeout = 600 } }.Build();
        await RunAsync(source, "create unlogged table register (token bytea not null, ordinal bigint not null)");
        await using (var connection = await source.OpenConnectionAsync())
        await using (var copy = await connection.BeginBinaryImportAsync("copy register from stdin (format binary)"))
        {
            for (var number = 0L; number < tokens.Count; number++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(tokens[number].ToArray(), NpgsqlDbType.Bytea);
                await copy.WriteAsync((long)SyntheticTokens.OrdinalOf(number), NpgsqlDbType.Bigint);
            }
            await copy.CompleteAsync();
        }
        await RunAsync(source, "create index register_token on register (token) include (ordinal)");
        await RunAsync(source, "vacuum analyze register");
        return new PostgresLookups(server, source, batches);
    }

    /// <summary>Bytes of table and index for each token.</summary>
    public async Task<double> BytesATokenAsync(SyntheticTokens tokens)
    {
        await using var command = _source.CreateCommand("select pg_total_relation_size('register')");
        return Convert.ToDouble(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) / tokens.Count;
    }

    /// <summary>Batches as arrays, over and over.</summary>
    public Task<Rounds> ArraysAsync(GateOptions options, string sql) => Rounds.RunAsync(options, Connections, async (_, number) =>
    {
        await using var command = _source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = Tokens(number) });
        return await CountAsync(command);
    });

    /// <summary>Batches copied into a temporary table that is joined, over and over.</summary>
    public Task<Rounds> CopyAsync(GateOptions options) => Rounds.RunAsync(options, Connections, async (_, number) =>
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await new NpgsqlCommand("create temporary table asked (token bytea) on commit drop", connection).ExecuteNonQueryAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy asked from stdin (format binary)"))
        {
            foreach (var token in Tokens(number))
                await copy.WriteRowAsync(CancellationToken.None, token);
            await copy.CompleteAsync();
        }
        await using var command = new NpgsqlCommand("select token, ordinal from register join asked using (token)", connection);
        return await CountAsync(command);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    private byte[][] Tokens(int number) => [.. _batches[number].SelectMany(person => person.ToArray().Chunk(Key128.Size))];

    private static async Task<long> CountAsync(NpgsqlCommand command)
    {
        var people = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            people.Add(reader.GetInt64(1));
        return people.Count > 0 && people.Count <= PeopleBatches.OptedOut ? PeopleBatches.Tokens : throw new InvalidOperationException($"PostgreSQL found {people.Count} people.");
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
