using Centra.Api.Http;
using Centra.Api.Requests;
using Orleans;

namespace Centra.Api.Agreements;

/// <summary>Who may read which agreement: staff all, whoever is concerned by a request its own.</summary>
internal static class AgreementReaders
{
    private static readonly string[] Staff = [Roles.RequestManager, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Chair, Roles.Auditor];

    /// <summary>Whose agreements a list shows.</summary>
    public static (string User, long Now) Of(Caller caller, TimeProvider clock) => RequestReaders.Of(caller, Staff, clock);

    /// <summary>Whether a caller reads this one.</summary>
    public static Task<bool> MayReadAsync(Caller caller, string requestId, IGrainFactory grains) => RequestReaders.MayReadAsync(caller, Staff, requestId, grains);
}
