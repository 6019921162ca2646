using Centra.Gate;

namespace Centra.Tests.Ingest;

public class PiecesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(31, 0)]
    [InlineData(32, 1)]
    [InlineData(1_000, 31)]
    public async Task Work_IsDoneInOrder_AndOthersHaveTheirTurnAfterEveryThirtyTwo(int many, int turns)
    {
        var thread = new OneThread();
        var done = thread.Run(() => Pieces.SelectAsync([.. Enumerable.Range(0, many)], number => -number));

        done.IsCompletedSuccessfully.ShouldBeTrue();
        (await done).ShouldBe(Enumerable.Range(0, many).Select(number => -number));
        thread.Turns.ShouldBe(turns);
    }

    /// <summary>What is queued runs one after the other, and is counted.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Work, object? State)> _queue = new();

        public int Turns { get; private set; }

        public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

        public Task<T> Run<T>(Func<Task<T>> work)
        {
            var before = Current;
            SetSynchronizationContext(this);
            var running = work();
            for (; _queue.TryDequeue(out var next); Turns++)
                next.Work(next.State);
            SetSynchronizationContext(before);
            return running;
        }
    }
}
