using System.Collections.Immutable;
using System.Globalization;

namespace Centra.Storage;

/// <summary>The last operation of the register. Every answer about a person names the head that it holds for.</summary>
/// <param name="Sequence">Its number; 0 before the first.</param>
/// <param name="Digest">The digest chain up to it.</param>
/// <param name="Epochs">Key epochs in force, lowest first: one, or two while re-keying. Tokens of any other set prove nothing.</param>
public sealed record RegisterHead(long Sequence, byte[] Digest, ImmutableArray<int> Epochs)
{
    /// <summary>The head of a register without operations.</summary>
    public static RegisterHead Empty { get; } = new(0, new byte[32], [1]);

    /// <summary>Reads the head.</summary>
    public static async Task<RegisterHead> ReadAsync(DbSession session) =>
        await session.FindAsync("select sequence, digest, epochs from register_head where one = 1",
            row => new RegisterHead(row.GetInt64(0), row.GetFieldValue<byte[]>(1), Parse(row.GetString(2)))) ?? Empty;

    /// <summary>The digest chain up to a sequence, or null where the register never stood there.</summary>
    public static async Task<byte[]?> DigestAtAsync(DbSession session, long sequence) =>
        sequence == 0 ? Empty.Digest : await RegisterRows.DigestAsync(session, sequence);

    /// <summary>The head after an operation.</summary>
    public RegisterHead After(RegisterOperation operation, byte[] digest) => new(operation.Sequence, digest, operation.Body switch
    {
        EpochBegun begun => [.. Epochs.Append(begun.Epoch).Distinct().Order()],
        EpochSwitched switched => [switched.Epoch],
        _ => Epochs,
    });

    internal Task SaveAsync(DbSession session) => session.ExecuteAsync(
        "insert into register_head (one, sequence, digest, epochs) values (1, $1, $2, $3) "
        + "on conflict (one) do update set sequence = excluded.sequence, digest = excluded.digest, epochs = excluded.epochs",
        Sequence, Digest, string.Join(',', Epochs.Select(epoch => epoch.ToString(CultureInfo.InvariantCulture))));

    private static ImmutableArray<int> Parse(string epochs) =>
        [.. epochs.Split(',').Select(epoch => int.Parse(epoch, CultureInfo.InvariantCulture))];
}
