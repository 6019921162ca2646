using Orleans;

namespace Centra.Practices;

/// <summary>An oncology practice: its standing, its agreements, its API keys. Key: <c>practice/ID</c>.</summary>
[Alias("centra.practices.practice")]
public interface IPracticeGrain : IRecordedGrain
{
    /// <summary>Whether the practice may send records now. Refused with <see cref="Centra.Ingest.IngestRefusal.PracticeNotInGoodStanding"/>.</summary>
    [Alias("may-ingest")]
    Task<Result<Done>> MayIngest();
}
