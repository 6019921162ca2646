using System.Collections.Immutable;
using Centra.Matching;

namespace Centra.Tests.Matching;

/// <summary>A made-up person with every field, to vary.</summary>
internal static class Sample
{
    public const string Practice = "practice-1";

    public static readonly MatchKeys Keys = MatchKeys.Create([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static PersonIdentity Person { get; } = new()
    {
        Given = ["Michael", "Aaron"],
        Family = "Sampleton",
        BirthDate = Date("1956-04-09"),
        Sex = AdministrativeSex.Male,
        NationalId = "912-34-5678",
        PostalCode = "66801",
        AddressLine = "633 Abernathy Landing",
        Phone = "555-810-7203",
        PatientIds = ["MRN-1"],
    };

    /// <summary>The same without what numbers a person.</summary>
    public static PersonIdentity WithoutIds { get; } = Person with { NationalId = null, PatientIds = [] };

    public static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;

    public static ImmutableArray<Token> Tokens(PersonIdentity person, MatchKeys? keys = null) =>
        Tokeniser.Tokens(Normaliser.Normalise(person), Practice, keys ?? Keys);

    public static Comparators Hashed(PersonIdentity person, string practice = Practice) =>
        Comparators.From(Normaliser.Normalise(person), practice, Keys);

    public static AgreementPattern Compare(PersonIdentity left, PersonIdentity right) => Comparison.Of(Hashed(left), Hashed(right));

    public static MatchDecision Decide(PersonIdentity optOut, PersonIdentity incoming, long optOuts = 1000) =>
        FellegiSunter.Decide(Hashed(optOut), Hashed(incoming), MatchModel.Current, optOuts);
}
