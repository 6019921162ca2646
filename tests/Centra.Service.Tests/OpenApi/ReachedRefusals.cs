using System.Collections.Immutable;
using System.Text.Json;

namespace Centra.Service.Tests.OpenApi;

/// <summary>
/// What the rules of a family really refuse each command with, in every state that these commands lead to: rules that decide a whole family in one switch do not
/// show by their code which command is refused with what.
/// </summary>
internal sealed class ReachedRefusals<TState, TCommand, TEvent>(Func<TState, TCommand, IEnumerable<Result<ImmutableArray<TEvent>>>> decide, Func<TState, TEvent, TState> apply)
    where TCommand : notnull
{
    private readonly Dictionary<Type, HashSet<string>> _codes = [];

    /// <summary>Codes, by the type of the command.</summary>
    /// <param name="starts">Where to begin.</param>
    /// <param name="commands">What is sent in each state.</param>
    /// <param name="steps">How many commands follow one another.</param>
    public Dictionary<Type, HashSet<string>> Of(IEnumerable<TState> starts, IReadOnlyList<TCommand> commands, int steps)
    {
        var known = new HashSet<string>();
        var states = starts.Where(state => known.Add(Text(state))).ToList();
        for (var step = 0; step < steps; step++)
            states = [.. states.SelectMany(state => commands.SelectMany(command => After(state, command))).Where(state => known.Add(Text(state)))];
        return _codes;
    }

    private List<TState> After(TState state, TCommand command)
    {
        var codes = _codes.TryGetValue(command.GetType(), out var seen) ? seen : _codes[command.GetType()] = [];
        var answers = decide(state, command).ToList();
        codes.UnionWith(answers.Where(answer => answer.IsRefused).Select(answer => answer.Refusal!.Code));
        return [.. answers.Where(answer => !answer.IsRefused).Select(answer => answer.Value.Aggregate(state, apply))];
    }

    private static string Text(TState state) => JsonSerializer.Serialize(state);
}
