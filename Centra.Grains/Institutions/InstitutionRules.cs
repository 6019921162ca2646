using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Centra.Institutions;

/// <summary>The rules of institutions. Pure. (Design: requests.md, "SignAgreement": verified once per institution, yearly.)</summary>
public static partial class InstitutionRules
{
    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<InstitutionEvent>> Decide(
        string ror, InstitutionState state, InstitutionCommand command, InstitutionFacts facts, string actor, DateTimeOffset now) => command switch
    {
        _ when !RorId.IsValid(ror) => InstitutionRefusal.RorIdIsWrong,
        RecordInstitution { Name: not { Length: > 0 and <= 200 } } => InstitutionRefusal.InstitutionNameIsWrong,
        RecordInstitution record when !CountryForm().IsMatch(record.Country ?? "") => InstitutionRefusal.CountryIsWrong,
        RecordInstitution record when record.Name == state.Name && record.Country == state.Country => ImmutableArray<InstitutionEvent>.Empty,
        RecordInstitution record => Happens(new InstitutionRecorded(record.Name, record.Country, now)),
        _ when !state.IsListed => InstitutionRefusal.InstitutionNotFound,
        VerifyOfficial verify when verify.UserId == actor => InstitutionRefusal.OfficialIsTheVerifier,
        VerifyOfficial { Evidence: not { Length: > 0 and <= 1000 } } => InstitutionRefusal.EvidenceIsMissing,
        VerifyOfficial when !facts.IsSigningOfficial => InstitutionRefusal.PersonIsNoSigningOfficial,
        VerifyOfficial verify => Happens(new OfficialVerified(verify.UserId, verify.Evidence, actor, now, now.AddYears(1))),
        RemoveOfficial remove when state.Officials.All(official => official.UserId != remove.UserId) => InstitutionRefusal.OfficialNotFound,
        RemoveOfficial remove => Happens(new OfficialRemoved(remove.UserId)),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>The state after an event.</summary>
    public static InstitutionState Apply(InstitutionState state, InstitutionEvent happened) => happened switch
    {
        InstitutionRecorded recorded => state with { Name = recorded.Name, Country = recorded.Country },
        OfficialVerified verified => state with { Officials = [.. Others(state, verified.UserId), new SigningOfficial(verified.UserId, verified.At, verified.By, verified.Until)] },
        OfficialRemoved removed => state with { Officials = [.. Others(state, removed.UserId)] },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static IEnumerable<SigningOfficial> Others(InstitutionState state, string userId) => state.Officials.Where(official => official.UserId != userId);

    private static ImmutableArray<InstitutionEvent> Happens(InstitutionEvent happened) => [happened];

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex CountryForm();
}
