using System.Runtime.CompilerServices;
using Centra.Rekeying;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>Re-keying, a turn at a time in each silo, as its grain does it.</summary>
internal static class RekeyingTurns
{
    private static readonly ConditionalWeakTable<GateHost, SemaphoreSlim> Turns = [];

    public static async Task RekeyAsync(this GateHost gate, int steps, bool begin)
    {
        var turn = Turns.GetValue(gate, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        try
        {
            if (begin)
                await gate.Get<RekeyingSteps>().BeginAsync();
            while (steps-- > 0 && await gate.Get<RekeyingSteps>().StepAsync())
            {
            }
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>Something that must never happen has happened.</summary>
internal sealed class ViolationException(string message) : Exception(message);
