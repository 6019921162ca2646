using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>
/// The one thread that writes a SQLite file. Work queues up in two lanes, urgent first; what waits together shares one durable
/// commit, each piece in a savepoint of its own unless it is one statement, so that an error in one harms no other. Nobody waits in a busy loop for a lock.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    // Waited on, so it is no Lock.
    private readonly object _gate = new();
    private readonly Queue<WriteWork> _urgent = new();
    private readonly Queue<WriteWork> _normal = new();
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteGroupCommit _group;
    private readonly int _most;
    private bool _closing;
    private Exception? _broken;

    /// <summary>Starts the thread.</summary>
    /// <param name="connection">The writing connection; the writer owns it.</param>
    /// <param name="name">What the thread is called.</param>
    /// <param name="committed">Told of every commit, on the thread.</param>
    /// <param name="most">How many pieces of work share a commit at the most.</param>
    public SqliteWriter(SqliteConnection connection, string name, Action<sqlite3>? committed = null, int most = 256)
    {
        _group = new SqliteGroupCommit(connection, committed);
        _most = most;
        _thread = new Thread(Loop) { Name = $"centra-write-{name}", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Work that waits.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _urgent.Count + _normal.Count;
        }
    }

    /// <summary>Queues work; the task ends after its commit, or with the error that undid it.</summary>
    public Task<T> RunAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel, bool isOneStatement = false)
    {
        var item = new WriteWork<T>(fence, work, cancel) { IsOneStatement = isOneStatement };
        lock (_gate)
        {
            if (_broken is not null)
                return Task.FromException<T>(Ended(_broken));
            ObjectDisposedException.ThrowIf(_closing, this);
            (fence is Fence.Exclusive or Fence.Sweep ? _urgent : _normal).Enqueue(item);
            Monitor.Pulse(_gate);
        }
        return item.Task;
    }

    /// <summary>Runs what is queued, then ends the thread and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_closing)
                return;
            _closing = true;
            Monitor.Pulse(_gate);
        }
        await _ended.Task;
    }

    // What escapes a group means that the connection is gone: who waits is told, and so is whoever comes later.
    private void Loop()
    {
        List<WriteWork> group = [];
        try
        {
            while ((group = NextGroup()).Count > 0)
                _group.Run(group);
        }
        catch (Exception error)
        {
            FailAll(group, error);
        }
        finally
        {
            _group.Dispose();
            _ended.SetResult();
        }
    }

    private void FailAll(List<WriteWork> begun, Exception error)
    {
        lock (_gate)
        {
            _broken = error;
            begun.AddRange(_urgent);
            begun.AddRange(_normal);
            _urgent.Clear();
            _normal.Clear();
        }
        foreach (var item in begun)
            item.Fail(Ended(error));
    }

    private static StorageUnavailableException Ended(Exception error) => new("The connection that writes this file broke.", error);

    // Waits for work. An empty list: closed and nothing left.
    private List<WriteWork> NextGroup()
    {
        var group = new List<WriteWork>();
        lock (_gate)
        {
            for (Take(group); group.Count == 0 && !_closing; Take(group))
                Monitor.Wait(_gate);
        }
        return group;
    }

    // Exclusive work goes alone: its journal lines are durable before its commit, and must not depend on another's success. So does other fenced
    // work, the longest there is: an opt-out that comes meanwhile waits for no more than one piece, and it needs no savepoint.
    private void Take(List<WriteWork> group)
    {
        if (_urgent.TryDequeue(out var urgent))
        {
            group.Add(urgent);
            return;
        }
        while (group.Count < _most && _normal.TryPeek(out var next) && (group.Count == 0 || next.Fence is not Fence.Shared))
        {
            group.Add(_normal.Dequeue());
            if (next.Fence is Fence.Shared)
                return;
        }
    }
}
