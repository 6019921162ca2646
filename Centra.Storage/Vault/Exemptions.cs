namespace Centra.Storage;

/// <summary>Pairs of patient and opt-out that two officers found to be two persons.</summary>
public static class Exemptions
{
    /// <summary>The opt-outs that a patient is exempt from while its identity hashes to this.</summary>
    public static async Task<HashSet<long>> OfAsync(DbSession session, Key128 patient, Key128 identity) =>
        [.. await session.QueryAsync("select ordinal from exemption where patient = $1 and identity = $2",
            row => row.GetInt64(0), patient.ToArray(), identity.ToArray())];
}
