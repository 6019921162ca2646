using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Centra.Storage;
using Orleans;

namespace Centra.Register;

/// <summary>Asks the shards about many people at once: one call a shard, whatever the number of people.</summary>
public sealed class RegisterChecks(IGrainFactory grains, HeadReader heads, ShardLayout layout)
{
    /// <summary>The opt-outs that share a token with each person.</summary>
    /// <param name="people">A person each: the tokens, packed sixteen bytes each. A person without tokens gets no candidate.</param>
    /// <param name="epochs">The key epochs that the tokens were made with.</param>
    public async Task<Result<CheckAnswer>> AskAsync(IReadOnlyList<ReadOnlyMemory<byte>> people, ImmutableArray<int> epochs)
    {
        RegisterHead head;
        try
        {
            head = await heads.ReadAsync();
        }
        catch (Exception error) when (error is StorageUnavailableException or System.Data.Common.DbException)
        {
            return RegisterRefusal.RegisterIsUnavailable;
        }
        if (!head.Epochs.SequenceEqual(epochs))
            return RegisterRefusal.TokensAreOfAnotherEpoch;
        var questions = ShardQuestions.Of(people, layout);
        var answers = await Task.WhenAll(questions.Select(question => AskAsync(question, head.Sequence)));
        if (answers.FirstOrDefault(answer => answer.IsRefused) is { } refused)
            return refused.Refusal!;
        if (answers.Select(answer => answer.Value!.Sequence).Append(0).Max() is var highest && highest > head.Sequence && (await heads.ReadAsync()).Sequence < highest)
            return RegisterRefusal.RegisterWentBack;
        return new CheckAnswer(head.Sequence, Candidates(people.Count, questions, answers));
    }

    private Task<Result<ShardAnswer>> AskAsync(ShardQuestions question, long head) =>
        grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(question.Shard)).Probe(new ShardQuestion(head, question.Tokens));

    private static ImmutableArray<long>[] Candidates(int people, List<ShardQuestions> questions, Result<ShardAnswer>[] answers)
    {
        var found = new ImmutableArray<long>[people];
        Array.Fill(found, []);
        foreach (var (question, answer) in questions.Zip(answers))
        {
            foreach (var hit in answer.Value!.Hits)
            {
                ref var candidates = ref found[question.People[hit.Token]];
                if (!candidates.Contains(hit.Ordinal))
                    candidates = candidates.Add(hit.Ordinal);
            }
        }
        return found;
    }
}

/// <summary>Who may be whom.</summary>
/// <param name="Sequence">The register's head that the answer holds for; a fenced transaction compares with what came after it.</param>
/// <param name="Candidates">For each person the ordinals of opt-outs that share a token; empty for most.</param>
public sealed record CheckAnswer(long Sequence, IReadOnlyList<ImmutableArray<long>> Candidates);

/// <summary>The tokens for one shard, and whose each is.</summary>
internal sealed record ShardQuestions(int Shard, ImmutableArray<byte> Tokens, int[] People)
{
    public static List<ShardQuestions> Of(IReadOnlyList<ReadOnlyMemory<byte>> people, ShardLayout layout)
    {
        var counts = Count(people, layout);
        var tokens = Array.ConvertAll(counts, count => new byte[count * Key128.Size]);
        var owners = Array.ConvertAll(counts, count => new int[count]);
        var filled = new int[layout.Count];
        for (var person = 0; person < people.Count; person++)
        {
            var own = people[person].Span;
            for (var at = 0; at < own.Length; at += Key128.Size)
            {
                var token = own.Slice(at, Key128.Size);
                var shard = layout.ShardOf(token);
                token.CopyTo(tokens[shard].AsSpan(filled[shard] * Key128.Size));
                owners[shard][filled[shard]++] = person;
            }
        }
        return [.. Enumerable.Range(0, layout.Count).Where(shard => counts[shard] > 0)
            .Select(shard => new ShardQuestions(shard, ImmutableCollectionsMarshal.AsImmutableArray(tokens[shard]), owners[shard]))];
    }

    private static int[] Count(IReadOnlyList<ReadOnlyMemory<byte>> people, ShardLayout layout)
    {
        var counts = new int[layout.Count];
        for (var person = 0; person < people.Count; person++)
        {
            var own = people[person].Span;
            for (var at = 0; at < own.Length; at += Key128.Size)
                counts[layout.ShardOf(own[at..])]++;
        }
        return counts;
    }
}
