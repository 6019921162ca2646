namespace Centra.Embedded;

/// <summary>A timer's tick in line for its turn.</summary>
internal sealed class TimerTick : Message
{
    private readonly GrainTimer _timer;

    public TimerTick(GrainTimer timer)
    {
        _timer = timer;
        AlwaysInterleaves = timer.Interleaves;
        KeepsAlive = timer.KeepsAlive;
    }

    public override bool IsOver => _timer.IsOver;

    public override Task RunAsync(Activation target) => _timer.TickAsync();

    // A tick waits as long as it must, and ends with its activation: the next one registers timers of its own.
    public override void TimeOut()
    {
    }

    public override void Refuse(Exception reason)
    {
    }

    public override void Forward()
    {
    }
}
