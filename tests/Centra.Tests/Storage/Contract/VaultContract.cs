using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteVaultTests : VaultContract<SqliteKind>;

public sealed class PostgresVaultTests : VaultContract<PostgresKind>;

/// <summary>What patients, tokens, resources and what belongs to them promise, on every database.</summary>
public abstract class VaultContract<TKind>() : StorageContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    [Fact]
    public async Task Patient_Inserted_IsFoundByIdAndByToken()
    {
        var row = Rows.Patient(1, tokens: [10, 11]);

        var number = await WriteAsync(session => Patients.InsertAsync(session, row, 5));

        (await ReadAsync(session => Patients.FindAsync(session, [row.IdHash])))[row.IdHash].ShouldBeEquivalentTo(row with { PatientNo = number });
        (await CandidatesAsync(11, 99)).ShouldBe([number]);
        (await CandidatesAsync(12)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Patients_InsertedTogether_HaveTheirOwnNumbersAndTokens()
    {
        var full = Rows.Patient(1, tokens: [10, 11]);
        var bare = Rows.Patient(2) with { Content = null, ContentHash = null, LastUpdated = null, Tokens = null, Pseudonym = null };
        var empty = Rows.Patient(3, tokens: [11]) with { Content = [], Epochs = "" };

        var numbers = await WriteAsync(session => Patients.InsertAsync(session, [full, bare, empty], 5));

        var found = await ReadAsync(session => Patients.FindAsync(session, [full.IdHash, bare.IdHash, empty.IdHash]));
        found[full.IdHash].ShouldBeEquivalentTo(full with { PatientNo = numbers[0] });
        found[bare.IdHash].ShouldBeEquivalentTo(bare with { PatientNo = numbers[1] });
        found[empty.IdHash].ShouldBeEquivalentTo(empty with { PatientNo = numbers[2] });
        (await CandidatesAsync(10)).ShouldBe([numbers[0]]);
        (await CandidatesAsync(11)).ShouldBe([numbers[0], numbers[2]], ignoreOrder: true);
    }

    [Fact]
    public async Task Patients_OfWhomOneIsThere_AreNotInsertedAtAll()
    {
        await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(2), 5));

        await Should.ThrowAsync<System.Data.Common.DbException>(() => WriteAsync(session => Patients.InsertAsync(session, [Rows.Patient(1), Rows.Patient(2)], 5)));

        (await ReadAsync(session => Patients.FindAsync(session, [Rows.Patient(1).IdHash]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Patient_WithTokensReplaced_IsFoundByTheNewOnesOnly()
    {
        var row = Rows.Patient(1, tokens: [10, 11]);
        var number = await WriteAsync(session => Patients.InsertAsync(session, row, 5));

        await WriteAsync(session => Patients.ReplaceAsync(session, row with { PatientNo = number, Tokens = Rows.Packed(11, 12) }, row.Tokens, 6));

        (await CandidatesAsync(10)).ShouldBeEmpty();
        (await CandidatesAsync(11)).ShouldBe([number]);
        (await CandidatesAsync(12)).ShouldBe([number]);
    }

    [Theory]
    [InlineData(PatientStatus.Live, true)]
    [InlineData(PatientStatus.Held, true)]
    [InlineData(PatientStatus.Going, false)]
    [InlineData(PatientStatus.Withheld, false)]
    public async Task Candidates_AreLiveOrHeld(PatientStatus status, bool found)
    {
        await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1, status, 10), 5));

        (await CandidatesAsync(10)).Count.ShouldBe(found ? 1 : 0);
    }

    [Fact]
    public async Task Patient_InsertedTwiceUnderOneId_Fails()
    {
        await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1), 5));

        await Should.ThrowAsync<System.Data.Common.DbException>(() => WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1), 5)));
    }

    [Fact]
    public async Task Resources_Written_ReplaceWhatStandsUnderTheirIds()
    {
        var patient = await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1), 5));
        await WriteAsync(session => Resources.WriteAsync(session, [Rows.Resource(100, patient), Rows.Resource(101, patient)]));

        await WriteAsync(session => Resources.WriteAsync(session, [Rows.Resource(101, patient) with { Content = [9], BatchNo = 8 }]));

        var stored = await ReadAsync(session => Resources.OfLiveAsync(session, patient));
        stored.Select(row => (row.IdHash, row.Content[0], row.BatchNo)).ShouldBe([(new Key128(100), (byte)1, 1L), (new Key128(101), (byte)9, 8L)]);
    }

    [Theory]
    [InlineData(PatientStatus.Held)]
    [InlineData(PatientStatus.Going)]
    [InlineData(PatientStatus.Withheld)]
    public async Task Resources_OfAPatientThatIsNotLive_AreReadByNobody(PatientStatus status)
    {
        var patient = await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1, status), 5));
        await WriteAsync(session => Resources.WriteAsync(session, [Rows.Resource(100, patient)]));

        (await ReadAsync(session => Resources.OfLiveAsync(session, patient))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Resources_RemovedSomeAtATime_AreAllGoneInTheEnd()
    {
        var patient = await WriteAsync(session => Patients.InsertAsync(session, Rows.Patient(1), 5));
        await WriteAsync(session => Resources.WriteAsync(session, [.. Enumerable.Range(0, 25).Select(at => Rows.Resource(100 + at, patient))]));

        (await WriteAsync(session => Resources.RemoveSomeAsync(session, patient, 10))).ShouldBe(10);
        (await WriteAsync(session => Resources.RemoveSomeAsync(session, patient, 10))).ShouldBe(10);
        (await WriteAsync(session => Resources.RemoveSomeAsync(session, patient, 10))).ShouldBe(5);
        (await ReadAsync(session => Resources.CountAsync(session, patient))).ShouldBe(0);
    }

    [Fact]
    public async Task ReferenceResources_BelongToAPractice()
    {
        await WriteAsync(session => ReferenceResources.WriteAsync(session, "north", [Rows.Resource(100, 0), Rows.Resource(101, 0)]));
        await WriteAsync(session => ReferenceResources.WriteAsync(session, "north", [Rows.Resource(100, 0) with { JobNo = 7 }]));

        (await ReadAsync(session => ReferenceResources.HeadsAsync(session, [new Key128(100), new Key128(101), new Key128(102)])))
            .ToDictionary(head => head.Key, head => head.Value.JobNo).ShouldBe(new Dictionary<Key128, long> { [new Key128(100)] = 7, [new Key128(101)] = 1 }, ignoreOrder: true);
        (await WriteAsync(session => ReferenceResources.RemoveAsync(session, [new Key128(100), new Key128(102)]))).ShouldBe(1);
    }

    [Fact]
    public async Task BatchReceipt_OfTwoThatCompleteABatch_IsTheFirst()
    {
        var job = await WriteAsync(session => BatchReceiptRows.NumberAsync(session, "job", "north"), Fence.None);
        var first = Rows.Receipt(job, 1, read: 10);

        await WriteAsync(session => BatchReceiptRows.KeepAsync(session, first));
        var kept = await WriteAsync(session => BatchReceiptRows.KeepAsync(session, Rows.Receipt(job, 1, read: 11)));

        kept.ShouldBeEquivalentTo(first);
        (await WriteAsync(session => BatchReceiptRows.NumberAsync(session, "job", "north"), Fence.None)).ShouldBe(job);
        (await WriteAsync(session => BatchReceiptRows.NumberAsync(session, "later", "north"), Fence.None)).ShouldBeGreaterThan(job);
    }

    private async Task<List<long>> CandidatesAsync(params long[] tokens) =>
        [.. (await ReadAsync(session => Patients.CandidatesAsync(session, tokens.Select(token => new Key128((UInt128)token).ToArray())))).Select(row => row.PatientNo)];
}
