namespace Centra.Embedded;

/// <summary>Goes through the activations from time to time: tells callers whose time is up, collects what is idle.</summary>
internal sealed class EngineSweep : IDisposable
{
    private readonly EmbeddedEngine _engine;
    private readonly ITimer _timer;
    private long _nextCollection;

    public EngineSweep(EmbeddedEngine engine)
    {
        _engine = engine;
        _timer = engine.Clock.Time.CreateTimer(static sweep => ((EngineSweep)sweep!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start()
    {
        _nextCollection = _engine.Clock.After(_engine.Options.CollectionQuantum);
        Arm();
    }

    public void Dispose() => _timer.Dispose();

    private void Arm() => _timer.Change(_engine.Options.TimeoutQuantum, Timeout.InfiniteTimeSpan);

    private void Sweep()
    {
        Expire();
        if (_engine.Clock.Now >= _nextCollection)
        {
            _nextCollection = _engine.Clock.After(_engine.Options.CollectionQuantum);
            foreach (var activation in _engine.Activations)
                activation.CollectIfIdle();
        }
        Arm();
    }

    // Those who wait are told outside of the gates.
    private void Expire()
    {
        var expired = new List<Message>();
        foreach (var activation in _engine.Activations)
            activation.ExpireMessages(_engine.Clock.Now, expired);
        foreach (var message in expired)
            message.TimeOut();
    }
}
