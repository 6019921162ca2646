namespace Centra.Testing;

/// <summary>The shell script that runs a private server as long as its standard input is open, that is as long as its parent lives.</summary>
internal static class PostgresScript
{
    /// <summary>The database user.</summary>
    public const string User = "centra";

    /// <summary>Settings with which nothing survives a crash, and nobody waits for a disk.</summary>
    public const string Forgetful = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    /// <summary>The script: makes the folder's database, runs the server, waits for the end of input, stops the server, deletes the folder.</summary>
    public static string Start(string binaries, string folder, string settings) => $"""
        trap '' INT
        chmod 755 '{folder}'
        mkdir '{folder}/data'
        {Unprivileged(folder)}
        $as '{binaries}/initdb' -D '{folder}/data' -U {User} -A trust -E UTF8 --locale=C --no-sync >/dev/null || exit 1
        $as '{binaries}/postgres' -D '{folder}/data' -k '{folder}' -c listen_addresses= -c max_connections=1000 \
            {settings} >/dev/null 2>&1 </dev/null &
        server=$!
        read -r nothing
        kill -INT $server 2>/dev/null
        wait $server
        rm -rf '{folder}'
        """;

    // PostgreSQL refuses to run as root.
    private static string Unprivileged(string folder) => $"""
        as=
        if [ "$(id -u)" = 0 ]; then
            who=nobody
            id postgres >/dev/null 2>&1 && who=postgres
            chown -R "$who" '{folder}'
            as="setpriv --reuid=$who --regid=$(id -g $who) --clear-groups"
        fi
        """;
}
