using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A grain in memory: its turns, the messages that wait for it, and its life from the first call until it is collected.</summary>
internal sealed partial class Activation : IGrainContext
{
    private readonly Inbox _inbox;
    private readonly GrainHolder _holder;
    private readonly IdleTime _idle;
    private Stage _stage = Stage.Starting;

    public Activation(EmbeddedEngine engine, GrainId id, GrainClass grainClass)
    {
        Engine = engine;
        GrainId = id;
        _inbox = new Inbox(this, engine.Clock);
        _holder = new GrainHolder(this, grainClass);
        _idle = new IdleTime(engine.Clock, grainClass.IdleLimit ?? engine.Options.CollectionAge);
        Turns = new TurnScheduler(this, _inbox);
        Timers = new GrainTimers(this);
    }

    /// <summary>The activation whose turn this thread is running.</summary>
    public static Activation? Current => TurnScheduler.Current?.Owner;

    public EmbeddedEngine Engine { get; }

    public GrainId GrainId { get; }

    public TurnScheduler Turns { get; }

    public GrainTimers Timers { get; }

    public object? GrainInstance => _holder.Grain;

    public IServiceProvider ActivationServices => _holder.Services;

    public static Activation Of(IGrainBase grain) => (Activation)grain.GrainContext;

    /// <summary>Makes the grain and reads its state; then the waiting messages run, or are refused with the reason.</summary>
    public void Start(ImmutableDictionary<string, object>? firstCallersContext) => Turns.Start(async () =>
    {
        RequestContext.Import(firstCallersContext);
        if (await _holder.TryFillAsync() is { } failure)
            Leave(failure);
        else
            Open();
    });

    /// <summary>Puts a message in line; false where the activation is gone.</summary>
    public bool TryPost(Message message)
    {
        lock (Turns.Gate)
        {
            if (_stage == Stage.Gone)
                return false;
            _inbox.Add(message);
            Turns.Wake();
            return true;
        }
    }

    /// <summary>Runs a message that the inbox let in.</summary>
    public void Run(Message message)
    {
        var running = message.RunAsync(this);
        if (running.IsCompleted)
            End(message);
        else
            _ = EndLaterAsync(message, running);
    }

    /// <summary>Tells those whose time is up.</summary>
    public void ExpireMessages(long now, List<Message> expired)
    {
        // Nearly all are idle. A message that comes in this moment has its time yet.
        if (_inbox.IsEmpty)
            return;
        lock (Turns.Gate)
        {
            _inbox.Expired(now, expired);
            EndIfQuiet();
        }
    }

    private void Open()
    {
        lock (Turns.Gate)
        {
            if (_stage == Stage.Ending)
            {
                Turns.Start(EndAsync);
                return;
            }
            _stage = Stage.Ready;
            _inbox.IsOpen = true;
            Turns.Wake();
            EndIfQuiet();
        }
    }

    private async Task EndLaterAsync(Message message, Task running)
    {
        await running;
        End(message);
    }

    private void End(Message message)
    {
        lock (Turns.Gate)
        {
            _inbox.End(message);
            if (message.KeepsAlive)
                _idle.Restart();
            if (_stage == Stage.Ending && !_inbox.IsRunning)
                Turns.Start(EndAsync);
            else
                EndIfQuiet();
        }
    }
}

