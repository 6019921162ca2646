using Centra.ReviewLane;
using Centra.Storage;

namespace Centra.Testing;

/// <summary>Privacy officers at work.</summary>
public static class TestReviews
{
    /// <summary>All items, oldest first.</summary>
    public static Task<List<ReviewItemRow>> ReviewsAsync(this GateHost gate) => gate.Vault.ReadAsync(async session =>
    {
        var items = new List<ReviewItemRow>();
        foreach (var state in Enum.GetValues<ReviewState>())
            items.AddRange(await ReviewItems.ListAsync(session, state, null, "", 10_000));
        return items.OrderBy(item => item.OpenedAt).ThenBy(item => item.Ordinal).ToList();
    });

    /// <summary>An officer's verdict.</summary>
    public static Task<Result<ReviewItemView>> DecideAsync(this GateHost gate, string itemId, ReviewVerdict verdict, string officer = "officer", CommandContext? context = null) =>
        gate.Grains.GetGrain<IReviewItemGrain>($"review/{itemId}").Decide(context ?? gate.Context(officer), verdict);

    /// <summary>Two officers find a patient to be somebody else.</summary>
    public static async Task ReleaseAsync(this GateHost gate, string itemId)
    {
        foreach (var officer in new[] { "officer", "second officer" })
            _ = (await gate.DecideAsync(itemId, ReviewVerdict.SomeoneElse, officer)).Value ?? throw new InvalidOperationException($"{officer} could not release {itemId}.");
    }
}
