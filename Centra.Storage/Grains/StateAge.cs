namespace Centra.Storage;

/// <summary>
/// Whether the states of grains in a SQLite file are as new as the read store: an old copy that was put back, or a file that is missing, would answer for
/// practices, roles and requests as they once were, or for none. The sweep notes in the read store how far it has seen states written; a file that has not
/// come as far is older. Minutes count, not seconds: what is newer than the last sweep is noticed at each grain.
/// </summary>
public static class StateAge
{
    /// <summary>Under which name the sweep notes it.</summary>
    public const string Sweep = "outbox-sweep";

    /// <summary>Compares them.</summary>
    /// <exception cref="OldStateException">The states are older.</exception>
    public static async Task CheckAsync(IDatabase state, ReadStore read)
    {
        var written = await state.ReadAsync(session => session.NumberAsync("select max(modified) from grain_state"));
        var seen = await read.Database.ReadAsync(session => session.NumberAsync("select max(position) from sweep_checkpoint where name = $1", Sweep));
        if (written < seen)
            throw new OldStateException(
                $"state.db (practices, API keys, roles, requests) is missing or older than the read model: it ends with write {written}, and write {seen} was seen. Put back the newest copy of state.db; "
                + "if none is as new, put back the read model of the same backup with it. Vault, keys and journal stay as they are.");
    }
}

/// <summary>The states of grains were put back from an old copy, or are missing.</summary>
public sealed class OldStateException(string message) : Exception(message);
