using System.Globalization;
using System.Text.Json;
using Centra.Cli.Terminal;

namespace Centra.Cli.Screen;

/// <summary>What became of the lines of a screened file.</summary>
internal sealed class ScreenCounts
{
    private readonly SortedDictionary<string, long> _rejectsByCode = new(StringComparer.Ordinal);
    private long? _sequence;

    public long Permitted { get; private set; }

    public long Suppressed { get; private set; }

    public long Review { get; private set; }

    public long Rejected { get; private set; }

    public long Read => Permitted + Suppressed + Review + Rejected;

    public void Permit() => Permitted++;

    /// <summary>Counts a line that is held: suppressed, review, or the code it was rejected with.</summary>
    public void Hold(string code)
    {
        if (code == Decisions.Suppressed)
            Suppressed++;
        else if (code == Decisions.Review)
            Review++;
        else
            (Rejected, _rejectsByCode[code]) = (Rejected + 1, _rejectsByCode.GetValueOrDefault(code) + 1);
    }

    /// <summary>The whole holds for the lowest sequence that any part was answered at.</summary>
    public void AnsweredAt(string? sequence)
    {
        if (long.TryParse(sequence, CultureInfo.InvariantCulture, out var number))
            _sequence = Math.Min(_sequence ?? number, number);
    }

    public void Write(TextWriter output)
    {
        (string, long)[] named = [("read", Read), ("permitted", Permitted), ("suppressed", Suppressed), ("review", Review), ("rejected", Rejected)];
        foreach (var (name, count) in named)
            output.WriteLine($"  {name,-10} {Progress.Number(count),15}");
        foreach (var (code, count) in _rejectsByCode)
            output.WriteLine($"    {code}: {Progress.Number(count)}");
    }

    public void WriteJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new { Read, Permitted, Suppressed, Review, Rejected, RejectsByCode = _rejectsByCode, RegisterSequence = _sequence }, JsonSerializerOptions.Web));
}
