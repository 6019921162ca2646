using Npgsql;
using NpgsqlTypes;

namespace Centra.Storage;

/// <summary>
/// Rows into a PostgreSQL table by COPY, which lays them on pages and logs them many at a time. It knows no "on conflict": a row that is there
/// already fails them all.
/// </summary>
internal static class PostgresCopy
{
    /// <summary>Writes the rows of columns.</summary>
    public static async Task<int> RunAsync(NpgsqlConnection connection, string table, string names, Array[] columns)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)");
        for (var row = 0; row < columns[0].Length; row++)
        {
            await writer.StartRowAsync();
            foreach (var column in columns)
                await WriteAsync(writer, column, row);
        }
        return (int)await writer.CompleteAsync();
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, Array column, int row) => column switch
    {
        byte[]?[] bytes => bytes[row] is { } value ? writer.WriteAsync(value, NpgsqlDbType.Bytea) : writer.WriteNullAsync(),
        long[] numbers => writer.WriteAsync(numbers[row], NpgsqlDbType.Bigint),
        string?[] texts => texts[row] is { } text ? writer.WriteAsync(text, NpgsqlDbType.Text) : writer.WriteNullAsync(),
        long?[] numbers => numbers[row] is { } number ? writer.WriteAsync(number, NpgsqlDbType.Bigint) : writer.WriteNullAsync(),
        _ => throw new ArgumentException($"A column of {column.GetType().Name} cannot be copied."),
    };
}
