using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Centra.Fhir;
using Centra.Gate;

namespace Centra.Api.Register;

/// <summary>Answers as NDJSON. Once answers have begun, a register that fails rejects the lines that are left: no line goes unanswered.</summary>
internal static class ScreenLines
{
    public static void Write(IBufferWriter<byte> output, ImmutableArray<SourceLine> lines, Result<ScreenedBatch> answer)
    {
        var text = new StringBuilder(lines.Length * 40);
        for (var at = 0; at < lines.Length; at++)
        {
            var decision = answer.IsRefused ? new LineDecision("rejected", answer.Refusal.Code) : answer.Value.Lines[at];
            text.Append(CultureInfo.InvariantCulture, $"{{\"line\":{lines[at].Number},\"decision\":\"{decision.Decision}\"");
            if (decision.Code is not null)
                text.Append(",\"code\":\"").Append(decision.Code).Append('"');
            text.Append("}\n");
        }
        Encoding.UTF8.GetBytes(text.ToString(), output);
    }
}
