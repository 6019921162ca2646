using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>What a grain holds of a reminder.</summary>
internal sealed record GrainReminder(GrainId GrainId, string ReminderName, string ETag) : IGrainReminder
{
    public static GrainReminder Of(ReminderEntry entry) => new(entry.GrainId, entry.ReminderName, entry.ETag!);
}
