using Centra.Fhir;
using Centra.Gate;
using Centra.Matching;

namespace Centra.Access;

/// <summary>
/// By what a disclosure is found again when the patient is erased: the practice with its patient ids, and the national id. Tokens of the
/// first key epoch always, so that accounting outlives re-keying.
/// </summary>
public sealed class DisclosureTokens(GateKeys keys)
{
    /// <summary>The tokens of a person.</summary>
    /// <param name="practiceId">The practice that the patient ids are of; null where the ids are not to be used.</param>
    /// <param name="person">Who.</param>
    public IReadOnlyList<byte[]> Of(string? practiceId, PatientDemographics person)
    {
        var byId = practiceId is null ? [] : Tokens(new PersonIdentity { PatientIds = person.PatientIds }, practiceId);
        return [.. byId, .. Tokens(new PersonIdentity { NationalId = person.NationalId }, practiceId ?? "")];
    }

    private IEnumerable<byte[]> Tokens(PersonIdentity identity, string practiceId) =>
        Tokeniser.Tokens(Normaliser.Normalise(identity), practiceId, keys.Current.Only(1)).Select(token => token.ToArray());
}
