namespace Centra.Proof.Soak;

/// <summary>What befell the processes of a soak.</summary>
internal sealed class FateTally
{
    /// <summary>Processes killed.</summary>
    public int Kills { get; set; }

    /// <summary>How often all were.</summary>
    public int AllKilled { get; set; }

    /// <summary>How often one was frozen.</summary>
    public int Pauses { get; set; }

    /// <summary>How often it went on: the others had not taken it out.</summary>
    public int Survived { get; set; }

    /// <summary>How often one ended that nothing had befallen.</summary>
    public int Ended { get; set; }

    /// <summary>After one was killed: how long until everybody was answered about by those who were left.</summary>
    public List<TimeSpan> Losses { get; } = [];

    /// <summary>The same after all but one were.</summary>
    public List<TimeSpan> Majorities { get; } = [];

    /// <summary>How long each took that was told to stop.</summary>
    public List<TimeSpan> Stops { get; } = [];

    /// <summary>How long the others took to answer about everybody while one was frozen.</summary>
    public List<TimeSpan> Meanwhile { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => Losses.Count + Majorities.Count + Pauses + Stops.Count + AllKilled == 0
        ? $"{Kills} kills"
        : $"{Kills} kills (of one: answers after {Span(Losses)}; of all but one: after {Span(Majorities)}; of all: {AllKilled} times), {Stops.Count} told to stop (in {Span(Stops)}), "
            + $"{Pauses} frozen (answers of the others after {Span(Meanwhile)}; {Survived} went on), {Ended} ended by themselves";

    private static string Span(List<TimeSpan> times) => times.Count == 0 ? "-"
        : FormattableString.Invariant($"{times.Order().ElementAt(times.Count / 2).TotalSeconds:f1} s, at most {times.Max().TotalSeconds:f1}, {times.Count} times");
}
