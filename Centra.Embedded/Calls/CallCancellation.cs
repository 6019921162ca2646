namespace Centra.Embedded;

/// <summary>The token that a called grain gets in place of its caller's: cancelled with the caller's, or when the call timed out.</summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Message _call;
    private CancellationTokenRegistration _caller;

    private CallCancellation(Message call) => _call = call;

    /// <summary>Puts its token in the place of the caller's, the last argument.</summary>
    public static CallCancellation Of<T>(GrainCall<T> call, object?[] arguments)
    {
        var made = new CallCancellation(call);
        var callers = (CancellationToken)arguments[^1]!;
        arguments[^1] = made._source.Token;
        made._caller = callers.UnsafeRegister(static (state, cancelled) => ((GrainCall<T>)state!).Cancel(cancelled), call);
        return made;
    }

    /// <summary>Cancels, in a turn of the grain: what it registered on the token may touch its state.</summary>
    public void Signal()
    {
        if (_call.Target is { } target)
            target.Turns.Start(CancelAsync);
    }

    // The source itself is left to the collector: a signal may be on its way.
    public void Dispose() => _caller.Dispose();

    private Task CancelAsync()
    {
        _source.Cancel();
        return Task.CompletedTask;
    }
}
