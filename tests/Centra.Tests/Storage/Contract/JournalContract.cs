using Centra.Storage;
using Centra.Testing;
using Npgsql;

namespace Centra.Tests.Storage;

public sealed class FileJournalTests : JournalContract
{
    protected override Task<IJournal> NewAsync() => Task.FromResult<IJournal>(new FileJournal(Folder.File("register.journal")));
}

public sealed class SqliteJournalTests : JournalContract
{
    protected override async Task<IJournal> NewAsync()
    {
        var database = new SqliteDatabase(Folder.File("journal.db"));
        await Migrator.MigrateAsync(database, "journal", 0);
        return new DatabaseJournal(database);
    }
}

public sealed class PostgresJournalTests : JournalContract
{
    private string? _connection;

    [Fact]
    public async Task Journal_BegunBySilosAtOnce_IsOpenToAll()
    {
        var journals = new List<IJournal>();
        for (var silo = 0; silo < 6; silo++)
            journals.Add(await NewAsync());

        await Task.WhenAll(journals.Select(journal => Task.Run(() => journal.OpenAsync("one register", mayCreate: true))));

        await journals[0].AppendAsync([new JournalLine(1, [1])]);
        (await journals[^1].HeadAsync()).ShouldBe(1);
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }

    protected override async Task<IJournal> NewAsync()
    {
        var server = await PrivatePostgres.TryStartAsync();
        if (server is null)
            Assert.Skip(PrivatePostgres.Absence);
        _connection ??= await server!.CreateDatabaseAsync();
        var database = new PostgresDatabase(NpgsqlDataSource.Create(_connection));
        await Migrator.MigrateAsync(database, "journal", 0);
        return new DatabaseJournal(database);
    }
}

/// <summary>What a journal promises, wherever it is kept.</summary>
public abstract class JournalContract : IDisposable
{
    protected TempFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lines_Appended_AreReadInOrderFromAnyPlaceOn()
    {
        await using var journal = await OpenAsync();

        await journal.AppendAsync([Line(1)]);
        await journal.AppendAsync([Line(2), Line(3)]);

        (await journal.HeadAsync()).ShouldBe(3);
        (await ReadAsync(journal, 0)).ShouldBe([1, 2, 3]);
        (await ReadAsync(journal, 2)).ShouldBe([3]);
        (await ReadAsync(journal, 3)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Journal_OpenedAgain_GoesOn()
    {
        await using (var first = await OpenAsync())
            await first.AppendAsync([Line(1), Line(2)]);

        await using var second = await OpenAsync(mayCreate: false);
        await second.AppendAsync([Line(3)]);

        (await ReadAsync(second, 0)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task ManyLines_AreFoundFromAnyPlace()
    {
        await using var journal = await OpenAsync();
        for (var at = 1; at <= 2_000; at += 20)
            await journal.AppendAsync([.. Enumerable.Range(at, 20).Select(sequence => Line(sequence, 100 + sequence % 400))]);

        foreach (var above in new long[] { 0, 1, 19, 20, 777, 1_234, 1_999 })
            (await ReadAsync(journal, above)).First().ShouldBe(above + 1);
        (await ReadAsync(journal, 2_000)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Line_ThatDoesNotFollow_IsRefused(long sequence)
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync([Line(1), Line(2)]);

        await Should.ThrowAsync<JournalException>(() => journal.AppendAsync([Line(sequence)]));

        (await ReadAsync(journal, 0)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Missing_JournalOfARegisterWithOperations_IsRefused() =>
        (await Should.ThrowAsync<JournalException>(() => OpenAsync(mayCreate: false))).Message.ShouldContain("Restore it");

    [Fact]
    public async Task Journal_OfAnotherRegister_IsRefused()
    {
        await using (var first = await OpenAsync())
            await first.AppendAsync([Line(1)]);

        (await Should.ThrowAsync<JournalException>(() => OpenAsync("another"))).Message.ShouldContain("belongs to another register");
    }

    protected abstract Task<IJournal> NewAsync();

    protected static JournalLine Line(long sequence, int length = 40) => new(sequence, [.. Enumerable.Range(0, length).Select(at => (byte)(at * sequence))]);

    private static async Task<List<long>> ReadAsync(IJournal journal, long above)
    {
        var read = new List<long>();
        await foreach (var line in journal.ReadAsync(above))
        {
            line.Box.ShouldBe(Line(line.Sequence, line.Box.Length).Box);
            read.Add(line.Sequence);
        }
        return read;
    }

    private async Task<IJournal> OpenAsync(string register = "register", bool mayCreate = true)
    {
        var journal = await NewAsync();
        try
        {
            await journal.OpenAsync(register, mayCreate);
            return journal;
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }
}
