using System.Security.Cryptography;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// The keys of patients: a random one each, wrapped by the key-encryption key, in a database of its own with its own short backups.
/// An erasure is certain when its row is gone from here.
/// </summary>
public sealed class PatientKeys(IDatabase database, KeyRing ring, TimeProvider clock)
{
    private static readonly byte[] About = Encoding.ASCII.GetBytes("centra patient key");

    /// <summary>Makes and keeps keys. Called before the rows that use them are written; an unused one is swept later.</summary>
    public async Task<IReadOnlyList<PatientKey>> CreateAsync(int count)
    {
        if (count == 0)
            return [];
        var wrapping = ring.Wrapping[^1];
        using var cipher = Sealing.Cipher(wrapping.Key);
        var keys = Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetBytes(32)).ToArray();
        var rows = keys.Select(key => Sealing.Seal(cipher, key, About)).ToArray();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var numbers = await database.WriteAsync(Fence.None, session => InsertAsync(session, rows, wrapping.Name, now));
        return [.. numbers.Zip(keys, (number, key) => new PatientKey(number, key))];
    }

    /// <summary>Reads keys. One that is missing was destroyed, and is missing from the answer.</summary>
    public async Task<IReadOnlyDictionary<long, PatientKey>> OpenAsync(IReadOnlyCollection<long> numbers)
    {
        if (numbers.Count == 0)
            return new Dictionary<long, PatientKey>();
        var rows = await database.ReadAsync(session => Bulk.QueryAsync(session,
            "select key_no, wrapped, kek from patient_key where key_no = $1",
            "select key_no, wrapped, kek from patient_key where key_no = any($1)",
            numbers.ToArray(), row => (Number: row.GetInt64(0), Wrapped: row.GetFieldValue<byte[]>(1), Kek: row.GetString(2))));
        var ciphers = ring.Wrapping.ToDictionary(key => key.Name, key => Sealing.Cipher(key.Key));
        try
        {
            return rows.ToDictionary(row => row.Number, row => new PatientKey(row.Number, Unwrap(ciphers, row.Wrapped, row.Kek)));
        }
        finally
        {
            foreach (var cipher in ciphers.Values)
                cipher.Dispose();
        }
    }

    /// <summary>Destroys keys. Destroying twice is harmless.</summary>
    public Task<int> DestroyAsync(IReadOnlyCollection<long> numbers) => numbers.Count == 0
        ? Task.FromResult(0)
        : database.WriteAsync(Fence.None, session => Bulk.ExecuteAsync(session,
            "delete from patient_key where key_no = $1",
            "delete from patient_key where key_no = any($1)",
            numbers.ToArray()));

    /// <summary>The highest number that was ever given. A key up to here that is missing was destroyed; one above was never made by this copy.</summary>
    public Task<long> LastNumberAsync() => database.ReadAsync(session => session.NumberAsync(session.Dialect is Dialect.Sqlite
        ? "select seq from sqlite_sequence where name = 'patient_key'"
        : "select case when is_called then last_value else 0 end from patient_key_key_no_seq"));

    /// <summary>Key numbers above <paramref name="after"/> that were made before a moment, in order, for the sweep that compares them with the vault.</summary>
    public Task<List<long>> ListAsync(long after, DateTimeOffset madeBefore, int most) => database.ReadAsync(session => session.QueryAsync(
        "select key_no from patient_key where key_no > $1 and created_at <= $2 order by key_no limit $3",
        row => row.GetInt64(0), after, madeBefore.ToUnixTimeMilliseconds(), (long)most));

    private static Task<long[]> InsertAsync(DbSession session, byte[][] wrapped, string kek, long now) => Bulk.NumbersAsync(session,
        "insert into patient_key (wrapped, kek, created_at) values ($1, $2, $3) returning key_no",
        "insert into patient_key (wrapped, kek, created_at) select * from unnest($1::bytea[], $2::text[], $3::bigint[]) returning key_no, wrapped",
        wrapped, Enumerable.Repeat(kek, wrapped.Length).ToArray(), Enumerable.Repeat(now, wrapped.Length).ToArray());

    private static byte[] Unwrap(Dictionary<string, AesGcm> ciphers, byte[] wrapped, string kek)
    {
        if (!ciphers.TryGetValue(kek, out var cipher))
            throw new KeyStoreException($"The key ring has no key-encryption key named {kek}.");
        try
        {
            return Sealing.Open(cipher, wrapped, About);
        }
        catch (CryptographicException error)
        {
            throw new KeyStoreException($"The key-encryption key named {kek} is not the one that the keys of patients were wrapped with.", error);
        }
    }
}

/// <summary>A patient's own key.</summary>
public sealed record PatientKey(long Number, byte[] Key)
{
    /// <summary>Only the number.</summary>
    public override string ToString() => $"key {Number}";
}
