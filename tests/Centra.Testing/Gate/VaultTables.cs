using Centra.Storage;

namespace Centra.Testing;

/// <summary>Looks into the tables of a vault.</summary>
public static class VaultTables
{
    /// <summary>A number that a query gives.</summary>
    public static Task<long> NumberAsync(this IDatabase database, string sql, params object?[] args) => database.ReadAsync(session => session.NumberAsync(sql, args));

    /// <summary>How many copies may be read.</summary>
    public static Task<int> VisibleCopiesAsync(this GateHost gate) => gate.Vault.ReadAsync(async session => (await Copies.ReadAsync(session, [], 1_000_000)).Count);

    /// <summary>How many keys of patients there are.</summary>
    public static Task<long> KeysAsync(this GateHost gate) => gate.Keys.NumberAsync("select count(*) from patient_key");

    /// <summary>Resources of patients in the clear, by patient and in their order; those that no key opens are missing.</summary>
    public static Task<long> ResourcesAsync(this GateHost gate) => gate.Vault.NumberAsync("select count(*) from resource");
}
