using Orleans;
using Orleans.Storage;

namespace Centra.Embedded;

// How an activation ends. Everything here that changes its stage does so under its scheduler's gate.
internal sealed partial class Activation
{
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _endsWhenQuiet;

    public Task Deactivated => _deactivated.Task;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (Turns.Gate)
        {
            if (_stage >= Stage.Ending)
                return;
            var wasReady = _stage == Stage.Ready;
            _holder.EndsFor(deactivationReason, cancellationToken);
            _stage = Stage.Ending;
            _inbox.IsOpen = false;
            if (wasReady && !_inbox.IsRunning)
                Turns.Start(EndAsync);
        }
    }

    /// <summary>An activation whose write lost to another's holds a state that is not the stored one, so it must go.</summary>
    public void EndIfInconsistent(Exception error)
    {
        if (error is not InconsistentStateException { IsSourceActivation: true } inconsistent)
            return;
        inconsistent.IsSourceActivation = false;
        Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, error, "Its state was changed by somebody else."));
    }

    public void DelayCollection(TimeSpan span) => _idle.Delay(span);

    public void CollectIfIdle()
    {
        lock (Turns.Gate)
        {
            if (_stage == Stage.Ready && _inbox.IsEmpty && _idle.IsOver)
                Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "It was not called for long."));
        }
    }

    /// <summary>Ends once nothing runs or waits.</summary>
    public Task EndWhenQuietAsync()
    {
        lock (Turns.Gate)
        {
            _endsWhenQuiet = true;
            EndIfQuiet();
        }
        return Deactivated;
    }

    /// <summary>Takes no message any more and refuses, or passes on, those that wait.</summary>
    public void Leave(Exception? failure)
    {
        Timers.Dispose();
        Engine.Forget(this);
        List<Message> left;
        lock (Turns.Gate)
        {
            _stage = Stage.Gone;
            left = _inbox.TakeAll();
        }
        foreach (var message in left)
        {
            if (failure is null)
                message.Forward();
            else
                message.Refuse(failure);
        }
        _deactivated.TrySetResult();
    }

    private void EndIfQuiet()
    {
        if (_endsWhenQuiet && _stage == Stage.Ready && _inbox.IsEmpty)
            Deactivate(new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The engine is ending."));
    }

    private async Task EndAsync()
    {
        Timers.Dispose();
        await _holder.EmptyAsync();
        Leave(null);
    }
}
