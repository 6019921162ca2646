using System.Text.Json;
using Centra.Cli.Terminal;

namespace Centra.Cli.OptOut;

/// <summary>Preview and outcome, in words and numbers; nobody's identity.</summary>
internal sealed class OptOutReport(TextWriter output, string file)
{
    private const int Listed = 1_000;

    public void Show(OptOutPreview preview)
    {
        output.WriteLine($"{file}: {Progress.Number(preview.Lines)} lines, {Progress.Number(preview.Valid)} people to opt out, "
            + $"{Progress.Number(preview.Rejected)} lines that cannot be.");
        output.WriteLine($"Of your patients {Progress.Number(preview.OwnPatientsErased)} are erased, "
            + $"{Progress.Number(preview.OwnPatientsHeld)} held until a privacy officer has decided.");
    }

    public void Show(IReadOnlyList<EnteredLine> lines)
    {
        output.WriteLine($"{Progress.Number(Count(lines, "entered"))} opt-outs entered, "
            + $"{Progress.Number(Count(lines, "repeated"))} stood before, {Progress.Number(Count(lines, "rejected"))} rejected.");
        foreach (var line in lines.Where(line => line.Code is not null).Take(Listed))
            output.WriteLine($"  {file}:{line.Line} {line.Code}");
    }

    public static void WriteJson(TextWriter output, OptOutPreview preview, IReadOnlyList<EnteredLine> lines) =>
        output.WriteLine(JsonSerializer.Serialize(
        new
        {
            preview,
            Read = lines.Count,
            Entered = Count(lines, "entered"),
            Repeated = Count(lines, "repeated"),
            Rejected = Count(lines, "rejected"),
            Lines = lines,
        }, JsonSerializerOptions.Web));

    private static int Count(IReadOnlyList<EnteredLine> lines, string status) => lines.Count(line => line.Status == status);
}
