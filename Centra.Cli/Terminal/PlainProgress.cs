using System.Globalization;

namespace Centra.Cli.Terminal;

/// <summary>Lines in a log: one for each part, then one every ten seconds.</summary>
internal sealed class PlainProgress(Surroundings around) : Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private string _what = "";
    private long _of;
    private long _told;

    public override void Begin(string what, long of)
    {
        (_what, _of, _told) = (what, of, around.Clock.GetTimestamp());
        Say($"{what}.");
    }

    public override void At(long done)
    {
        if (around.Clock.GetElapsedTime(_told) < Pause || _of == 0)
            return;
        _told = around.Clock.GetTimestamp();
        Say(string.Create(CultureInfo.InvariantCulture, $"{_what}: {100.0 * done / _of:0} %."));
    }

    public override void Say(string sentence)
    {
        lock (_lock)
            around.Error.WriteLine(sentence);
    }
}
