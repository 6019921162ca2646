using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteCopiesTests : CopiesContract<SqliteKind>;

public sealed class PostgresCopiesTests : CopiesContract<PostgresKind>;

/// <summary>What copies, promises, review items, exemptions and withdrawal requests promise, on every database.</summary>
public abstract class CopiesContract<TKind>() : StorageContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    [Fact]
    public async Task Copies_OfAHiddenSubject_AreInNoList()
    {
        await WriteAsync(session => Copies.SubjectAsync(session, [1], hidden: false, 1950));
        await WriteAsync(session => Copies.SubjectAsync(session, [2], hidden: true, null));
        await WriteAsync(session => Copies.WriteAsync(session, [new CopyRow([10], [1], "Patient", "a"), new CopyRow([20], [2], "Patient", "b")]));

        (await ListAsync()).ShouldBe(["a"]);
        await WriteAsync(session => Copies.HideAsync(session, [2], hidden: false));
        (await ListAsync()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Copies_WrittenAgain_ReplaceTheirContent()
    {
        await WriteAsync(session => Copies.SubjectAsync(session, [1], hidden: false, 1950));
        await WriteAsync(session => Copies.WriteAsync(session, [new CopyRow([10], [1], "Patient", "a"), new CopyRow([11], [1], "Condition", "b")]));
        await WriteAsync(session => Copies.WriteAsync(session, [new CopyRow([11], [1], "Condition", "c")]));

        (await ListAsync()).ShouldBe(["a", "c"]);
        await WriteAsync(session => Copies.RemoveAsync(session, [[10]]));
        (await ListAsync()).ShouldBe(["c"]);
        await WriteAsync(session => Copies.RemoveSubjectAsync(session, [1]));
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Subjects_BornUpToAYear_AreFoundUntilTheyTellNone()
    {
        await WriteAsync(session => Copies.SubjectAsync(session, [1], hidden: false, 1930));
        await WriteAsync(session => Copies.SubjectAsync(session, [2], hidden: false, 1931));
        await WriteAsync(session => Copies.SubjectAsync(session, [3], hidden: false, null));

        (await ReadAsync(session => Copies.BornUntilAsync(session, 1930, 10))).ShouldBe([[1]]);
        await WriteAsync(session => Copies.ForgetBirthYearAsync(session, [1]));
        (await ReadAsync(session => Copies.BornUntilAsync(session, 1930, 10))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Promise_MadeTwice_StaysTheFirstAndGoesWithItsPatient()
    {
        await WriteAsync(session => Copies.PromiseAsync(session, [(new Key128(1), 7, [1]), (new Key128(2), 8, [2])]));
        await WriteAsync(session => Copies.PromiseAsync(session, [(new Key128(1), 7, [9])]));

        (await PromisesAsync()).ShouldBe([1, 2]);
        await WriteAsync(session => Copies.ForgetPromisesAsync(session, 7));
        (await PromisesAsync()).ShouldBe([2]);
    }

    [Fact]
    public async Task ReviewItem_OpenedAgain_KeepsWhatWasSaidOfTheSameIdentityOnly()
    {
        var item = Item("a", 1);
        await WriteAsync(session => ReviewItems.OpenAsync(session, item, isAnother: false));
        await WriteAsync(session => ReviewItems.SaveAsync(session, item with { State = ReviewState.Proposed, ProposedBy = "officer", Answer = ReviewAnswer.Different }));

        await WriteAsync(session => ReviewItems.OpenAsync(session, Item("b", 1) with { Pattern = "again" }, isAnother: false));
        var same = (await ReadAsync(session => ReviewItems.FindAsync(session, "a")))!;
        await WriteAsync(session => ReviewItems.OpenAsync(session, Item("c", 1) with { Pattern = "another" }, isAnother: true));
        var another = (await ReadAsync(session => ReviewItems.FindAsync(session, "a")))!;

        (same.State, same.ProposedBy, same.Answer, same.Pattern).ShouldBe((ReviewState.Proposed, "officer", ReviewAnswer.Different, "again"));
        (another.State, another.ProposedBy, another.Answer, another.Pattern).ShouldBe((ReviewState.Open, null, ReviewAnswer.None, "another"));
        another.ExpiresAt.ShouldBe(item.ExpiresAt);
    }

    [Fact]
    public async Task ExpiredPatients_AreThoseWithoutAQuestionThatHasTime()
    {
        await WriteAsync(session => ReviewItems.OpenAsync(session, Item("a", 1) with { PatientNo = 1, ExpiresAt = 10 }, false));
        await WriteAsync(session => ReviewItems.OpenAsync(session, Item("b", 2) with { PatientNo = 1, ExpiresAt = 20 }, false));
        await WriteAsync(session => ReviewItems.OpenAsync(session, Item("c", 3) with { PatientNo = 2, ExpiresAt = 10, Patient = new Key128(2) }, false));

        (await ReadAsync(session => ReviewItems.ExpiredPatientsAsync(session, 15, 10))).ShouldBe([2]);
        (await ReadAsync(session => ReviewItems.ExpiredPatientsAsync(session, 20, 10))).ShouldBe([1, 2]);
        await WriteAsync(session => ReviewItems.EndAsync(session, 1, 21));
        (await ReadAsync(session => ReviewItems.ExpiredPatientsAsync(session, 20, 10))).ShouldBe([2]);
    }

    [Fact]
    public async Task WithdrawalRequest_KeptTwiceUnderOneCommand_IsTheFirst()
    {
        var first = new WithdrawalRequestRow("r1", new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), "o1", "north", WithdrawalReason.Reinstated, "1", [1], [2], [3], "nurse", 5, null, null, "");

        await WriteAsync(session => WithdrawalRequests.KeepAsync(session, first));
        var again = await WriteAsync(session => WithdrawalRequests.KeepAsync(session, first with { RequestId = "r2" }));
        await WriteAsync(session => WithdrawalRequests.ConfirmAsync(session, "r1", "officer", 6, "o1,o2"));

        again.ShouldBeEquivalentTo(first);
        var confirmed = (await ReadAsync(session => WithdrawalRequests.FindAsync(session, "r1")))!;
        (confirmed.ConfirmedBy, confirmed.Withdrawn, confirmed.Tokens, confirmed.Comparators).ShouldBe(("officer", "o1,o2", null, null));
        (await ReadAsync(session => WithdrawalRequests.OpenAsync(session, 10))).ShouldBeEmpty();
    }

    private async Task<List<string>> ListAsync() => [.. (await ReadAsync(session => Copies.ReadAsync(session, [], 10))).Select(copy => copy.Content)];

    private async Task<List<byte>> PromisesAsync() =>
        [.. (await ReadAsync(session => Copies.PromisesAsync(session, [new Key128(1), new Key128(2)]))).Values.Select(id => id[0]).Order()];

    private static ReviewItemRow Item(string id, long ordinal) => new(
        id, "north", 1, new Key128(1), ordinal, ReviewKind.Incoming, ReviewState.Open, "pattern", 1, 1, 1_000, ReviewQuestion.None, null, ReviewAnswer.None, null, null, null, null, null);
}
