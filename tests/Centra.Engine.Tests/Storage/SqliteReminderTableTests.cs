using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Storage;

public sealed class SqliteReminderTableTests : IAsyncLifetime
{
    private static readonly GrainId Id = GrainId.Create("state", "test/one");
    private static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private StateFile _file = null!;

    public async ValueTask InitializeAsync() => _file = await StateFile.CreateAsync();

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    [Fact]
    public async Task Row_Written_IsReadTheSameAfterAReopening()
    {
        var etag = await _file.Reminders.UpsertRow(Entry(Id, "wake"));
        await _file.ReopenAsync();

        var read = (await _file.Reminders.ReadRow(Id, "wake"))!;

        (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag).ShouldBe((Id, "wake", Start, TimeSpan.FromDays(90), etag));
        read.StartAt.Kind.ShouldBe(DateTimeKind.Utc);
        (await _file.Reminders.ReadRow(Id, "other")).ShouldBeNull();
    }

    [Fact]
    public async Task Row_ChangedSince_IsNotRemovedByItsOldETag()
    {
        var old = await _file.Reminders.UpsertRow(Entry(Id, "wake"));
        var now = await _file.Reminders.UpsertRow(Entry(Id, "wake"));

        (await _file.Reminders.RemoveRow(Id, "wake", old!)).ShouldBeFalse();
        (await _file.Reminders.RemoveRow(Id, "wake", now!)).ShouldBeTrue();
        (await _file.Reminders.RemoveRow(Id, "wake", now!)).ShouldBeFalse();

        (await _file.Reminders.ReadRows(Id)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ranges_ThatCoverTheRing_HoldEveryRowOnce()
    {
        var ids = Enumerable.Range(0, 200).Select(number => GrainId.Create("state", $"test/{number}")).ToList();
        foreach (var id in ids)
            await _file.Reminders.UpsertRow(Entry(id, "wake"));
        const uint third = uint.MaxValue / 3;

        var parts = new List<ReminderTableData>
        {
            await _file.Reminders.ReadRows(third, 2 * third),
            await _file.Reminders.ReadRows(2 * third, third),
        };

        parts.ShouldAllBe(part => part.Reminders.Count > 20);
        parts.SelectMany(part => part.Reminders).Select(entry => entry.GrainId).ShouldBe(ids, ignoreOrder: true);
        (await _file.Reminders.ReadRows(0, 0)).Reminders.Count.ShouldBe(200);
        var edge = ids[0].GetUniformHashCode();
        (await _file.Reminders.ReadRows(edge - 1, edge)).Reminders.ShouldContain(entry => entry.GrainId == ids[0]);
        (await _file.Reminders.ReadRows(edge, edge + 1)).Reminders.ShouldNotContain(entry => entry.GrainId == ids[0]);
    }

    private static ReminderEntry Entry(GrainId id, string name) =>
        new() { GrainId = id, ReminderName = name, StartAt = Start, Period = TimeSpan.FromDays(90) };
}
