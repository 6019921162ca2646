using Orleans;
using Orleans.Concurrency;

namespace Centra.Practices;

/// <summary>An oncology practice: its standing, its agreements, its API keys. Key: <c>practice/ID</c>.</summary>
[Alias("centra.practices.practice")]
public interface IPracticeGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. Who may send which is the endpoint's policy; what is allowed now is decided here.</summary>
    [Alias("handle")]
    Task<Result<PracticeView>> Handle(CommandContext context, PracticeCommand command);

    /// <summary>The practice. Refused with <see cref="PracticeRefusal.PracticeNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<PracticeView>> View();

    /// <summary>Whether the practice may send records now. Refused with <see cref="Centra.Ingest.IngestRefusal.PracticeNotInGoodStanding"/>.</summary>
    [ReadOnly, Alias("may-ingest")]
    Task<Result<Done>> MayIngest();

    /// <summary>What a presented key may be used for. Refused with <see cref="PracticeRefusal.KeyIsNotValid"/>, whatever is wrong with it.</summary>
    /// <param name="keyId">Its id.</param>
    /// <param name="secretSha256">SHA-256 of the presented secret, 64 hex digits.</param>
    [ReadOnly, Alias("authenticate")]
    Task<Result<KeyGrant>> Authenticate(string keyId, string secretSha256);
}

/// <summary>What a valid key may be used for.</summary>
[GenerateSerializer, Immutable, Alias("centra.practices.grant")]
public sealed record KeyGrant([property: Id(0)] KeyScopes Scopes);
