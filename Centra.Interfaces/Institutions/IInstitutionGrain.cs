using Orleans;
using Orleans.Concurrency;

namespace Centra.Institutions;

/// <summary>An institution, by its ROR id. Key: <c>institution/ROR</c>.</summary>
[Alias("centra.institutions.institution")]
public interface IInstitutionGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. By a request manager: the endpoint's policy.</summary>
    [Alias("handle")]
    Task<Result<InstitutionView>> Handle(CommandContext context, InstitutionCommand command);

    /// <summary>The institution. Refused with <see cref="InstitutionRefusal.InstitutionNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<InstitutionView>> View();
}
