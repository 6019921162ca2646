using Centra.Recording;
using Centra.Storage;

namespace Centra.Reviews;

/// <summary>Keeps the lists of committees and of who has which part.</summary>
public sealed class CommitteeProjection : MappedProjection
{
    private const string Chair = "chair";

    /// <inheritdoc/>
    public override string StreamPrefix => "committee/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var id = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<CommitteeFounded>() is { } founded)
            context.Add(new CommitteeRow { CommitteeId = id, Name = founded.Name, FoundedAt = founded.At.ToUnixTimeMilliseconds() });
        else if (recorded.Read<ChairAppointed>() is { } chair)
            await AppointAsync(context, id, chair.UserId);
        else if (recorded.Read<DeputyAppointed>() is { } deputy)
            context.Add(new CommitteeMemberRow { CommitteeId = id, UserId = deputy.UserId, Part = "deputy" });
        else if (recorded.Read<MemberAdded>() is { } member)
            context.Add(new CommitteeMemberRow { CommitteeId = id, UserId = member.UserId, Part = "member" });
        else if (recorded.Read<MemberRemoved>() is { } removed)
            await RemoveAsync(context, id, removed.UserId);
    }

    private static async Task AppointAsync(ReadContext context, string id, string userId)
    {
        var committee = await context.FindAsync<CommitteeRow>(id) ?? throw new StreamBrokenException($"Committee {id} has no row.");
        if (committee.ChairId is { } former)
            await RemoveAsync(context, id, former);
        committee.ChairId = userId;
        context.Add(new CommitteeMemberRow { CommitteeId = id, UserId = userId, Part = Chair });
    }

    private static async Task RemoveAsync(ReadContext context, string id, string userId)
    {
        if (await context.FindAsync<CommitteeMemberRow>(id, userId) is { } row)
            context.Remove(row);
    }
}
