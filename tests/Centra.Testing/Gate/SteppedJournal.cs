using Centra.Storage;

namespace Centra.Testing;

/// <summary>A journal whose appends are steps. They happen inside a transaction of the vault, so nothing may be awaited there.</summary>
internal sealed class SteppedJournal(IJournal inner, Steps steps) : IJournal
{
    public Task OpenAsync(string registerId, bool mayCreate) => inner.OpenAsync(registerId, mayCreate);

    public Task<long> HeadAsync()
    {
        steps.Check();
        return inner.HeadAsync();
    }

    public async Task AppendAsync(IReadOnlyList<JournalLine> lines)
    {
        await steps.TakeAsync(new Step("journal", false, Fence.Exclusive));
        await inner.AppendAsync(lines);
        await steps.TakeAsync(new Step("journal", true, Fence.Exclusive));
    }

    public IAsyncEnumerable<JournalLine> ReadAsync(long above) => inner.ReadAsync(above);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
