using Npgsql;

namespace Centra.Storage;

/// <summary>Connections to PostgreSQL with what Centra relies on.</summary>
internal static class PostgresSource
{
    // What is asked for are some rows by their keys, of tables of any size. With the server's own estimate, which is of disks that turn, tables that grew since
    // they were last analysed are read whole for two hundred keys.
    private const string ByKey = "set random_page_cost = 1.1";

    /// <summary>A pool. Statements are prepared once they have been seen some times.</summary>
    public static NpgsqlDataSource Build(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { MaxAutoPrepare = 200, NoResetOnClose = true } };
        builder.UsePhysicalConnectionInitializer(
            opened => new NpgsqlCommand(ByKey, opened).ExecuteNonQuery(),
            async opened => await new NpgsqlCommand(ByKey, opened).ExecuteNonQueryAsync());
        return builder.Build();
    }
}
