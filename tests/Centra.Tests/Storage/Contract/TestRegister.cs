using System.Security.Cryptography;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

/// <summary>A register with a journal file, without anything of the gate above it.</summary>
internal sealed class TestRegister : IAsyncDisposable
{
    private readonly IJournal _journal;
    private readonly TempFolder? _folder;

    private TestRegister(OptOutRegister register, IJournal journal, TempFolder? folder) => (Register, _journal, _folder) = (register, journal, folder);

    public static KeyRing Ring { get; } = KeyRingFormat.Generate();

    public OptOutRegister Register { get; }

    public List<long> Replayed { get; } = [];

    public static Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    public static async Task<TestRegister> OpenAsync(IDatabase vault, Steps? steps = null, string? path = null, string id = "register", KeyRing? ring = null)
    {
        var folder = path is null ? new TempFolder() : null;
        IJournal journal = new FileJournal(path ?? folder!.File("register.journal"));
        if (steps is not null)
            journal = new SteppedJournal(journal, steps);
        var head = await vault.ReadAsync(RegisterHead.ReadAsync);
        await journal.OpenAsync(id, mayCreate: head.Sequence == 0);
        var register = new TestRegister(new OptOutRegister(vault, journal, new JournalCipher(id, ring ?? Ring)), journal, folder);
        register.Register.AfterReplay = (_, operation) =>
        {
            register.Replayed.Add(operation.Sequence);
            return Task.CompletedTask;
        };
        return register;
    }

    public static OptOutEntered OptOut(long ordinal, params long[] tokens) => new(
        ordinal, $"o{ordinal}", "north", null, 1, 1, null, $"ref{ordinal}", 1, [1], [(byte)ordinal], [new EpochTokens(1, Rows.Packed(tokens))]);

    public Task<RegisterHead> EnterAsync(long ordinal, params long[] tokens) => AppendAsync(OptOut(ordinal, tokens));

    public Task<RegisterHead> AppendAsync(RegisterChange body) =>
        Register.WriteAsync(write => write.AppendAsync(NewId(), DateTimeOffset.UnixEpoch, body, _ => "receipt"));

    public async Task<List<long>> JournaledAsync() => [.. await _journal.ReadAsync(0).Select(line => line.Sequence).ToListAsync()];

    public async ValueTask DisposeAsync()
    {
        Register.Dispose();
        await _journal.DisposeAsync();
        _folder?.Dispose();
    }
}
