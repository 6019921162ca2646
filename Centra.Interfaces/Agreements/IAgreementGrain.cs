using Orleans;
using Orleans.Concurrency;

namespace Centra.Agreements;

/// <summary>
/// The data use agreement of one request: its versions, what was asked to be changed, its signatures. Key: <c>agreement/REQUESTID</c>.
/// An amendment or a renewal is a request of its own and so has an agreement of its own. Who may send which command at which stage is the
/// request's; here stands what belongs to an agreement whoever asks: hashes, two persons, versions. (Design: requests.md.)
/// </summary>
[Alias("centra.agreements.agreement")]
public interface IAgreementGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. Issuing and revising write the document before they are acknowledged.</summary>
    [Alias("handle")]
    Task<Result<AgreementView>> Handle(CommandContext context, AgreementCommand command);

    /// <summary>The agreement. Refused with <see cref="AgreementRefusal.AgreementNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<AgreementView>> View();

    /// <summary>What the request goes on by. Never refused: before an agreement was issued, version 0 and nothing executed.</summary>
    [ReadOnly, Alias("facts")]
    Task<AgreementFacts> Facts();

    /// <summary>One version. Refused with <see cref="AgreementRefusal.VersionNotFound"/>.</summary>
    [ReadOnly, Alias("version")]
    Task<Result<AgreementVersionView>> Version(int number);
}
