namespace Centra.Embedded;

/// <summary>
/// Runs the turns of one activation, one at a time, on the thread pool. Whatever a grain awaits comes back here, because this is
/// the task scheduler that its methods run on. Continuations go before new messages, which the inbox lets in.
/// </summary>
internal sealed class TurnScheduler(Activation owner, Inbox inbox) : TaskScheduler, IThreadPoolWorkItem
{
    // So many turns at a time, then somebody else may have the thread.
    private const int Quantum = 64;

    [ThreadStatic]
    private static TurnScheduler? _current;

    private readonly Queue<Task> _continuations = new();
    private bool _awake;

    /// <summary>The scheduler whose turn this thread is running.</summary>
    public static new TurnScheduler? Current => _current;

    /// <summary>Whose turns these are.</summary>
    public Activation Owner => owner;

    /// <summary>Held while the inbox is touched.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Has the inbox looked at. To be called under the gate.</summary>
    public void Wake()
    {
        if (_awake)
            return;
        _awake = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>Runs something as a turn, whatever the inbox says, with nothing of the caller's context.</summary>
    public Task Start(Func<Task> turn)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Queue(turn);
        using (ExecutionContext.SuppressFlow())
            return Queue(turn);
    }

    void IThreadPoolWorkItem.Execute()
    {
        _current = this;
        for (var turns = 0; turns < Quantum; turns++)
        {
            if (NextTurn() is not { } turn)
            {
                _current = null;
                return;
            }
            Run(turn);
        }
        _current = null;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    protected override void QueueTask(Task task)
    {
        lock (Gate)
        {
            _continuations.Enqueue(task);
            Wake();
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (Gate)
            return [.. _continuations];
    }

    private Task Queue(Func<Task> turn) =>
        Task.Factory.StartNew(turn, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    private Task? NextTurn()
    {
        lock (Gate)
        {
            if (_continuations.TryDequeue(out var continuation))
                return continuation;
            if (inbox.Take() is { } message)
                return new Task(static state => Begin((Message)state!), message);
            _awake = false;
            return null;
        }
    }

    // A message's turn is new; a continuation was queued here.
    private void Run(Task turn)
    {
        if (turn.Status == TaskStatus.Created)
            turn.RunSynchronously(this);
        else
            TryExecuteTask(turn);
    }

    private static void Begin(Message message) => message.Target!.Run(message);
}
