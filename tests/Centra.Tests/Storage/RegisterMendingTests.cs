using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

/// <summary>Database and journal that have come apart.</summary>
public sealed class RegisterMendingTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<IAsyncDisposable> _opened = [];

    private string Journal => _folder.File("register.journal");

    [Fact]
    public async Task Database_PutBackFromAnOldCopy_GetsTheMissingOperationsFromTheJournal()
    {
        await FillAsync(3, copyAfter: 1);
        File.Copy(_folder.File("copy.db"), _folder.File("vault.db"), overwrite: true);

        var register = await OpenAsync();

        (await register.Register.MendAsync()).ShouldBe(2);
        register.Replayed.ShouldBe([2, 3]);
        await register.EnterAsync(4, 13);
        (await HeadAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Journal_PutBackFromAnOldCopy_IsCompletedFromTheDatabase()
    {
        await FillAsync(3, copyAfter: 1);
        File.Copy(_folder.File("copy.journal"), Journal, overwrite: true);

        var register = await OpenAsync();

        (await register.Register.MendAsync()).ShouldBe(0);
        (await register.JournaledAsync()).ShouldBe([1, 2, 3]);
        await register.EnterAsync(4, 13);
    }

    [Fact]
    public async Task Journal_OfAnotherHistory_IsRefused()
    {
        await FillAsync(1, copyAfter: 1);
        File.Copy(_folder.File("copy.db"), _folder.File("other.db"));
        File.Copy(_folder.File("copy.journal"), _folder.File("other.journal"));
        await using (var vault = new SqliteDatabase(_folder.File("other.db")))
        await using (var other = await TestRegister.OpenAsync(vault, path: _folder.File("other.journal")))
            await other.EnterAsync(2, 99);
        await FillAsync(2, copyAfter: 9);
        File.Copy(_folder.File("other.journal"), Journal, overwrite: true);

        var register = await OpenAsync();

        (await Should.ThrowAsync<JournalException>(register.Register.MendAsync)).Message.ShouldContain("not of one history");
    }

    [Fact]
    public async Task Journal_WrittenWithAnotherKey_IsRefused()
    {
        await FillAsync(2, copyAfter: 1);

        var register = await OpenAsync(KeyRingFormat.Generate());

        (await Should.ThrowAsync<JournalException>(register.Register.MendAsync)).Message.ShouldContain("written with another key");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        _folder.Dispose();
    }

    // Enters opt-outs up to a number; files are copied after one of them.
    private async Task FillAsync(long upTo, long copyAfter)
    {
        for (var ordinal = await HeadAsync() + 1; ordinal <= upTo; ordinal++)
        {
            await using (var vault = await VaultAsync())
            await using (var register = await TestRegister.OpenAsync(vault, path: Journal))
                await register.EnterAsync(ordinal, 9 + ordinal);
            if (ordinal != copyAfter)
                continue;
            File.Copy(_folder.File("vault.db"), _folder.File("copy.db"));
            File.Copy(Journal, _folder.File("copy.journal"));
        }
    }

    private async Task<TestRegister> OpenAsync(KeyRing? ring = null)
    {
        var vault = await VaultAsync();
        _opened.Add(vault);
        var register = await TestRegister.OpenAsync(vault, path: Journal, ring: ring);
        _opened.Add(register);
        return register;
    }

    private async Task<long> HeadAsync()
    {
        await using var vault = await VaultAsync();
        return (await vault.ReadAsync(RegisterHead.ReadAsync)).Sequence;
    }

    private async Task<SqliteDatabase> VaultAsync()
    {
        var vault = new SqliteDatabase(_folder.File("vault.db"));
        await Migrator.MigrateAsync(vault, "vault", 0);
        return vault;
    }
}
