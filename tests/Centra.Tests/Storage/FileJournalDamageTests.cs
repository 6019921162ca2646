using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

/// <summary>A journal file after a crash, and after damage that no crash does.</summary>
public sealed class FileJournalDamageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Journal => _folder.File("register.journal");

    [Fact]
    public async Task LastLine_TornAnywhere_IsCutAndTheRestStands()
    {
        var whole = await WriteAsync([1], [2], [3]);
        var third = LineStart(whole, 3);

        for (var length = third; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Journal, whole[..length]);
            (await HeadAsync()).ShouldBe(2, $"cut at {length}");
            new FileInfo(Journal).Length.ShouldBe(third);
        }
    }

    [Fact]
    public async Task Append_OfSeveralLines_TornAnywhere_KeepsWhatIsWhole()
    {
        var whole = await WriteAsync([1], [2, 3, 4]);

        for (var length = LineStart(whole, 2); length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Journal, whole[..length]);
            (await HeadAsync()).ShouldBe(whole[..length].Count(letter => letter == '\n') - 1, $"cut at {length}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Append_OfSeveralLines_WithOneNeverWritten_IsCutThere(int lost)
    {
        var whole = await WriteAsync([1], [2, 3, 4]);
        whole.AsSpan(LineStart(whole, lost), 30).Clear();
        await File.WriteAllBytesAsync(Journal, whole);

        (await HeadAsync()).ShouldBe(lost - 1);
    }

    [Fact]
    public async Task Damage_BeforeTheLastAppend_IsRefused()
    {
        var whole = await WriteAsync([1], [2], [3]);
        whole[LineStart(whole, 2) + 10] ^= 1;
        await File.WriteAllBytesAsync(Journal, whole);

        (await Should.ThrowAsync<JournalException>(HeadAsync)).Message.ShouldContain("damaged before its last append");
        (await File.ReadAllBytesAsync(Journal)).ShouldBe(whole);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(24)]
    public async Task Journal_OfARegisterWithOperations_CutToLessThanItsFirstLine_IsAMissingOne(int length)
    {
        var whole = await WriteAsync([1], [2]);
        await File.WriteAllBytesAsync(Journal, whole[..length]);

        (await Should.ThrowAsync<JournalException>(HeadAsync)).Message.ShouldContain("Restore it");
    }

    [Fact]
    public async Task Journal_OfANewRegister_WhoseFirstLineWasTorn_IsBegunAnew()
    {
        await File.WriteAllTextAsync(Journal, "centra-jou");
        await using var journal = new FileJournal(Journal);

        await journal.OpenAsync("register", mayCreate: true);
        await journal.AppendAsync([new JournalLine(1, [1])]);

        (await journal.HeadAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task SomethingElse_InThePlaceOfTheJournal_IsRefused()
    {
        await File.WriteAllTextAsync(Journal, "Dear diary,\n" + new string('x', 200));

        (await Should.ThrowAsync<JournalException>(HeadAsync)).Message.ShouldContain("is not a journal");
    }

    private async Task<byte[]> WriteAsync(params long[][] appends)
    {
        await using (var journal = new FileJournal(Journal))
        {
            await journal.OpenAsync("register", mayCreate: true);
            foreach (var append in appends)
                await journal.AppendAsync([.. append.Select(sequence => new JournalLine(sequence, [.. Enumerable.Range(0, 60).Select(at => (byte)(at * sequence))]))]);
        }
        return await File.ReadAllBytesAsync(Journal);
    }

    private async Task<long> HeadAsync()
    {
        await using var journal = new FileJournal(Journal);
        await journal.OpenAsync("register", mayCreate: false);
        return await journal.HeadAsync();
    }

    // The n-th line after the header.
    private static int LineStart(byte[] file, int number)
    {
        var at = 0;
        for (; number > 0; number--)
            at += file.AsSpan(at).IndexOf((byte)'\n') + 1;
        return at;
    }
}
