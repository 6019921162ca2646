using System.Collections.Immutable;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>One call of a grain's method and the promise of its answer. It is delivered at most once.</summary>
internal sealed class GrainCall<T> : Message
{
    private readonly TaskCompletionSource<T> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableDictionary<string, object>? _context = RequestContext.Export();
    private readonly EmbeddedEngine _engine;
    private readonly GrainId _id;
    private readonly GrainMethod<T> _method;
    private readonly object?[] _arguments;
    private readonly CallCancellation? _cancellation;

    public GrainCall(EmbeddedEngine engine, GrainId id, GrainMethod<T> method, object?[] arguments)
    {
        _engine = engine;
        _id = id;
        _method = method;
        _arguments = arguments;
        IsReadOnly = method.IsReadOnly;
        AlwaysInterleaves = method.AlwaysInterleaves;
        Deadline = engine.Clock.After(method.Timeout ?? engine.Options.ResponseTimeout);
        if (method.TakesCancellation)
            _cancellation = CallCancellation.Of(this, arguments);
    }

    public Task<T> Answer => _promise.Task;

    public override bool IsOver => _promise.Task.IsCompleted;

    public override async Task RunAsync(Activation target)
    {
        RequestContext.Import(_context);
        try
        {
            _promise.TrySetResult(await (target.Engine.Filters.Length == 0
                ? _method.RunAsync(target.GrainInstance!, _arguments)
                : new FilteredCall<T>(target, _method, _arguments).AnswerAsync()));
        }
        catch (Exception error)
        {
            target.EndIfInconsistent(error);
            _promise.TrySetException(error);
        }
        _cancellation?.Dispose();
    }

    public override void TimeOut()
    {
        var outcome = Target is null ? "It was not begun and will not be." : "It runs on, so its outcome is unknown.";
        if (_promise.TrySetException(new TimeoutException($"{_method.FullName} of a grain did not answer in time. {outcome}")))
            _cancellation?.Signal();
        _cancellation?.Dispose();
    }

    /// <summary>The caller waits no longer.</summary>
    public void Cancel(CancellationToken cancelled)
    {
        if (_promise.TrySetCanceled(cancelled))
            _cancellation?.Signal();
    }

    public override void Refuse(Exception reason)
    {
        _promise.TrySetException(reason);
        _cancellation?.Dispose();
    }

    public override void Forward() => _engine.Deliver(_id, this);
}
