using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

public sealed class SqliteRegisterTests : RegisterContract<SqliteKind>;

public sealed class PostgresRegisterTests : RegisterContract<PostgresKind>;

/// <summary>What the register promises, on every database: numbered without gaps, chained, in the journal before it is in the database.</summary>
public abstract class RegisterContract<TKind>() : StorageContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    [Fact]
    public async Task Operations_Appended_AreNumberedChainedAndInTheJournal()
    {
        await using var register = await TestRegister.OpenAsync(Database);

        await register.EnterAsync(1, 10, 11);
        await register.EnterAsync(2, 11, 12);

        var head = await ReadAsync(RegisterHead.ReadAsync);
        head.Sequence.ShouldBe(2);
        (await ReadAsync(session => RegisterHead.DigestAtAsync(session, 2))).ShouldBe(head.Digest);
        (await register.JournaledAsync()).ShouldBe([1, 2]);
        (await ReadAsync(session => RegisterTokens.OrdinalsAsync(session, [new Key128(11).ToArray()]))).ShouldBe([1, 2]);
        (await ReadAsync(session => RegisterTokens.AboveAsync(session, 1))).Select(row => row.Ordinal).Distinct().ShouldBe([2]);
    }

    [Fact]
    public async Task Withdrawn_OptOut_IsNotInForceAndKeepsItsTokens()
    {
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);

        await register.AppendAsync(new OptOutsWithdrawn([1], WithdrawalReason.EnteredInError, "north", null, "officer"));
        await register.AppendAsync(new OptOutsWithdrawn([1], WithdrawalReason.Reinstated, "north", null, "officer"));

        (await ReadAsync(session => OptOuts.InForceAsync(session, [1]))).ShouldBeEmpty();
        (await ReadAsync(session => OptOuts.FindAsync(session, 1)))!.WithdrawnBy.ShouldBe(2);
        (await ReadAsync(session => RegisterTokens.OrdinalsAsync(session, [new Key128(10).ToArray()]))).ShouldBe([1]);
    }

    [Fact]
    public async Task Exemption_HoldsForOneIdentityOfOnePatientAndOneOptOut()
    {
        await using var register = await TestRegister.OpenAsync(Database);
        var (patient, identity) = (new Key128(7), new Key128(70));

        await register.AppendAsync(new PatientExempted(3, patient.ToArray(), identity.ToArray()));

        (await ReadAsync(session => Exemptions.OfAsync(session, patient, identity))).ShouldBe([3]);
        (await ReadAsync(session => Exemptions.OfAsync(session, patient, new Key128(71)))).ShouldBeEmpty();
        await register.AppendAsync(new PatientExempted(3, patient.ToArray(), new Key128(71).ToArray()));
        (await ReadAsync(session => Exemptions.OfAsync(session, patient, identity))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Epochs_BegunAndSwitched_AreInTheHead()
    {
        await using var register = await TestRegister.OpenAsync(Database);

        (await register.AppendAsync(new EpochBegun(2))).Epochs.ShouldBe([1, 2]);
        (await ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([1, 2]);
        (await register.AppendAsync(new EpochSwitched(2))).Epochs.ShouldBe([2]);
        (await ReadAsync(RegisterHead.ReadAsync)).Epochs.ShouldBe([2]);
    }

    [Fact]
    public async Task Transaction_WithSeveralOperations_IsAllOrNothing()
    {
        await using var register = await TestRegister.OpenAsync(Database);
        await register.EnterAsync(1, 10);

        await Should.ThrowAsync<InvalidOperationException>(() => register.Register.WriteAsync<int>(async write =>
        {
            await write.AppendAsync(TestRegister.NewId(), DateTimeOffset.UnixEpoch, TestRegister.OptOut(2, 11));
            await write.AppendAsync(TestRegister.NewId(), DateTimeOffset.UnixEpoch, TestRegister.OptOut(3, 12));
            throw new InvalidOperationException("no");
        }));

        (await ReadAsync(RegisterHead.ReadAsync)).Sequence.ShouldBe(1);
        (await register.JournaledAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Journal_ThatIsAheadAfterAFailedCommit_IsReplayedBeforeTheNextOperation()
    {
        var steps = new Steps { At = (number, step) => step is { Part: "journal", IsDone: true } && number < 4 ? throw new IOException("power") : Task.CompletedTask };
        await using var register = await TestRegister.OpenAsync(Database, steps);
        await Should.ThrowAsync<IOException>(() => register.EnterAsync(1, 10));
        (await ReadAsync(RegisterHead.ReadAsync)).Sequence.ShouldBe(0);

        await register.EnterAsync(2, 11);

        (await ReadAsync(RegisterHead.ReadAsync)).Sequence.ShouldBe(2);
        register.Replayed.ShouldBe([1]);
        (await ReadAsync(session => OptOuts.InForceAsync(session, [1, 2]))).Select(row => row.Ordinal).ShouldBe([1, 2]);
    }
}
