using System.Net.Http.Headers;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Centra.Cli.Terminal;

namespace Centra.Cli.Screen;

/// <summary>Asks about a file batch by batch, some ahead, and writes what is decided in the order of the file.</summary>
internal sealed class ScreenRun(InputFile file, Connection server, ScreenOutput output, Progress progress)
{
    /// <summary>Batches that are asked about while the one before is written.</summary>
    private const int Ahead = 3;

    private readonly ScreenCounts _counts = new();
    private readonly Queue<long> _passedOver = [];
    private readonly Queue<(LineBatch Batch, Task<Answer> Answer)> _asked = [];

    public async Task<ScreenCounts> RunAsync(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await foreach (var batch in new LineCutter(_ => LineGroup.Rest, _passedOver.Enqueue).CutAsync(file, cancel))
                await AskAsync(batch, stop.Token);
            while (_asked.Count > 0)
                await TakeAsync();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(_asked.Select(one => (Task)one.Answer)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        HoldPassedOver(long.MaxValue);
        return _counts;
    }

    private async Task AskAsync(LineBatch batch, CancellationToken cancel)
    {
        if (_asked.Count > Ahead)
            await TakeAsync();
        _asked.Enqueue((batch, server.SendAsync(() => Question(batch), cancel)));
    }

    private static HttpRequestMessage Question(LineBatch batch) => new(HttpMethod.Post, "api/screen")
    {
        Content = new ReadOnlyMemoryContent(batch.Body)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(batch.File.Format is InputFormat.Csv ? "text/csv" : "application/x-ndjson") },
        },
    };

    private async Task TakeAsync()
    {
        var (batch, asked) = _asked.Dequeue();
        var answer = await asked;
        _counts.AnsweredAt(answer.RegisterSequence);
        output.Header(batch.Header);
        foreach (var (index, code) in Decisions.Of(batch, answer).Index())
            Put(batch, index, code);
        progress.At(Math.Min(file.Length, output.Written));
    }

    private void Put(LineBatch batch, int index, string? code)
    {
        HoldPassedOver(batch.NumberAt(index));
        if (code is null)
            Permit(batch.Raw(index).Span);
        else
            Hold(batch.NumberAt(index), code);
    }

    private void Permit(ReadOnlySpan<byte> line)
    {
        output.Permit(line);
        _counts.Permit();
    }

    private void Hold(long line, string code)
    {
        output.Hold(line, code);
        _counts.Hold(code);
    }

    // Lines too long to be asked about are known ahead of the answers; the list of what is held stays in the file's order.
    private void HoldPassedOver(long before)
    {
        while (_passedOver.TryPeek(out var line) && line < before)
            Hold(_passedOver.Dequeue(), nameof(Centra.Ingest.LineCode.LineTooLong));
    }
}
