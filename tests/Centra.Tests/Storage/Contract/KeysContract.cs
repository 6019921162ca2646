using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

public sealed class SqliteKeysTests : KeysContract<SqliteKind>;

public sealed class PostgresKeysTests : KeysContract<PostgresKind>;

/// <summary>What the keys of patients promise, on every database.</summary>
public abstract class KeysContract<TKind>() : StorageContract<TKind>("keys")
    where TKind : DatabaseKind, new()
{
    private readonly ManualClock _clock = new();

    private PatientKeys Keys(KeyRing? ring = null) => new(Database, ring ?? TestRegister.Ring, _clock);

    [Fact]
    public async Task Keys_Created_OpenToTheSame()
    {
        var made = await Keys().CreateAsync(3);

        var opened = await Keys().OpenAsync([.. made.Select(key => key.Number)]);

        opened.Values.Select(key => Convert.ToHexString(key.Key)).Order().ShouldBe(made.Select(key => Convert.ToHexString(key.Key)).Order());
        made.Select(key => Convert.ToHexString(key.Key)).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Destroyed_Key_IsGoneAndItsNumberNeverGivenAgain()
    {
        var made = await Keys().CreateAsync(2);

        (await Keys().DestroyAsync([made[1].Number])).ShouldBe(1);
        (await Keys().DestroyAsync([made[1].Number])).ShouldBe(0);

        (await Keys().OpenAsync([made[0].Number, made[1].Number])).Keys.ShouldBe([made[0].Number]);
        (await Keys().LastNumberAsync()).ShouldBe(made[1].Number);
        (await Keys().CreateAsync(1))[0].Number.ShouldBeGreaterThan(made[1].Number);
    }

    [Fact]
    public async Task LastNumber_BeforeTheFirstKey_IsZero() => (await Keys().LastNumberAsync()).ShouldBe(0);

    [Fact]
    public async Task List_GivesKeysThatWereMadeBefore()
    {
        var old = await Keys().CreateAsync(3);
        _clock.Advance(TimeSpan.FromHours(2));
        await Keys().CreateAsync(1);

        var listed = await Keys().ListAsync(old[0].Number, _clock.GetUtcNow() - TimeSpan.FromHours(1), 10);

        listed.ShouldBe([old[1].Number, old[2].Number]);
    }

    [Fact]
    public async Task Key_WrappedByAnEarlierKey_OpensAfterAnotherWasAdded()
    {
        var made = await Keys().CreateAsync(1);
        var later = TestRegister.Ring with { Wrapping = TestRegister.Ring.Wrapping.Add(new NamedKey("2", new byte[32])) };

        (await Keys(later).OpenAsync([made[0].Number]))[made[0].Number].Key.ShouldBe(made[0].Key);
        var second = await Keys(later).CreateAsync(1);
        (await Should.ThrowAsync<KeyStoreException>(() => Keys().OpenAsync([second[0].Number]))).Message.ShouldContain("named 2");
    }

    [Fact]
    public async Task Key_WrappedByAnotherKeyOfTheSameName_IsRefusedInWords()
    {
        var made = await Keys().CreateAsync(1);
        var wrong = TestRegister.Ring with { Wrapping = [new NamedKey(TestRegister.Ring.Wrapping[0].Name, new byte[32])] };

        (await Should.ThrowAsync<KeyStoreException>(() => Keys(wrong).OpenAsync([made[0].Number]))).Message.ShouldContain("is not the one");
    }
}
