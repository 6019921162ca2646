using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>A client that does one thing after the other, chosen at random.</summary>
internal sealed partial class Worker(int number, int seed, ModelGate model, World world, History history, Pause pause)
{
    private const int ActsAMonth = 400;
    private readonly Random _random = new(HashCode.Combine(seed, number));
    private readonly GateHost _gate = model.Silo(number);
    private readonly Dictionary<string, (string Job, long Batches)> _jobs = [];
    private readonly Dictionary<Key128, string> _patients = Patients(model.Silo(number).Get<IdHashes>(), world.People);

    private int _done;

    /// <summary>Goes on for some acts.</summary>
    public async Task RunAsync(int acts)
    {
        for (var left = acts; left > 0; left--)
        {
            if (number == 0 && ++_done % ActsAMonth == 0)
                await ThirtyDaysAsync();
            world.Go();
            await pause.EnterAsync();
            try
            {
                await ActAsync();
            }
            finally
            {
                pause.Leave();
            }
        }
    }

    private Task ActAsync() => _random.Next(100) switch
    {
        < 38 => SendAsync(),
        < 56 => ScreenAsync(),
        < 62 => OptOutAsync(),
        < 64 => OptOutFileAsync(),
        < 66 => RepeatAsync(),
        < 77 => WithdrawAsync(),
        < 85 => ReviewAsync(),
        < 88 => DisputeAsync(),
        < 91 => DeleteAsync(),
        < 96 => LookAsync(),
        < 98 => RekeyAsync(),
        _ => SweepAsync(),
    };

    private int AnyPerson()
    {
        var (from, below) = world.Some(_random);
        return _random.Next(from, below);
    }

    private string AnyPractice() => World.Practices[_random.Next(World.Practices.Length)];

    private TestPractice At(string practice) => new(_gate, practice);
}

/// <summary>Lets everybody act at once, or one alone while the others wait.</summary>
internal sealed class Pause(int workers) : IDisposable
{
    private readonly SemaphoreSlim _places = new(workers);
    private readonly SemaphoreSlim _alone = new(1);

    public Task EnterAsync() => _places.WaitAsync();

    public void Leave() => _places.Release();

    public async Task AloneAsync(Func<Task> work)
    {
        await _alone.WaitAsync();
        for (var taken = 0; taken < workers; taken++)
            await _places.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _places.Release(workers);
            _alone.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _alone.Dispose();
    }
}
