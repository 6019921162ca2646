using Spectre.Console;

namespace Centra.Cli.Terminal;

/// <summary>Bars on a terminal, on standard error so that results can be piped.</summary>
internal sealed class BarProgress : Progress
{
    private readonly IAnsiConsole _console;
    private readonly ProgressContext _bars;
    private ProgressTask? _bar;

    private BarProgress(IAnsiConsole console, ProgressContext bars) => (_console, _bars) = (console, bars);

    public static new Task<T> RunAsync<T>(Surroundings around, Func<Progress, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(around.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bars => work(new BarProgress(console, bars)));
    }

    public override void Begin(string what, long of)
    {
        Finish();
        _bar = _bars.AddTask(Markup.Escape(what), maxValue: Math.Max(1, of));
    }

    public override void At(long done)
    {
        if (_bar is not null)
            _bar.Value = done;
    }

    public override void Say(string sentence) => _console.WriteLine(sentence);

    // The last part fills with the run's end; a part that counted nothing is over when the next begins.
    private void Finish()
    {
        if (_bar is not null)
            _bar.Value = _bar.MaxValue;
    }
}
