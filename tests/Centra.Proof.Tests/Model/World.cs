using Centra.Fhir;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>
/// People in pairs of twins: the own opt-out suppresses a person, the twin's leads to review, anybody else's says nothing. Each is a patient
/// of two practices under ids that tell who they are, so that a stored content can be told apart: under one always as themselves, under the
/// other sometimes by mistake as somebody whom no opt-out is of. As acts go by, pairs follow one another: so many are met all the time, and
/// each has a life of some length, since what was ever entered about somebody is looked through whenever they are asked about.
/// </summary>
internal sealed class World(int pairs, int acts = 0)
{
    private const int ActsUntilTheNextPair = 1_000;
    private const int TimesUntilAnybody = 16;

    // Opt-outs are never deleted, and a re-keying goes through all of them: as many in a long run as in a short one.
    private const int Rekeyings = 30;

    private static readonly string[] Families =
    [
        "Abernathy", "Blackwood", "Castellano", "Dombrowski", "Eisenhauer", "Fitzgerald", "Guerrero", "Hutchinson", "Iwamoto", "Jankowski",
        "Kirkpatrick", "Lombardi", "McAllister", "Nakagawa", "Oppenheim", "Pellegrino", "Quintero", "Rosenbaum", "Szymanski", "Thornton",
        "Underhill", "Vasquez", "Whitaker", "Xiong", "Yamashita", "Zimmerman",
    ];

    private static readonly string[] Streets = ["Orchard Street", "Harbor View Road", "Mill Lane", "Constitution Avenue", "Juniper Court", "Old Quarry Road", "Lakeshore Drive"];
    private long _version;
    private long _acts;

    public static readonly string[] Practices = ["north", "south"];

    /// <summary>How many there are in all.</summary>
    public int People { get; } = 2 * (pairs + acts / ActsUntilTheNextPair);

    /// <summary>One in so many times that somebody tends to re-keying, one begins.</summary>
    public int ActsARekeying { get; } = Math.Max(6, acts / 50 / Rekeyings);

    /// <summary>Notes that one more act begins.</summary>
    public void Go() => Interlocked.Increment(ref _acts);

    /// <summary>The people of these days, or now and then all up to them: those of earlier days stay what they were.</summary>
    public (int From, int Below) Some(Random random)
    {
        var first = (int)Math.Min(acts, Volatile.Read(ref _acts)) / ActsUntilTheNextPair;
        return (random.Next(TimesUntilAnybody) == 0 ? 0 : first * 2, (first + pairs) * 2);
    }

    public static int TwinOf(int person) => person ^ 1;

    public static string PatientId(int person) => $"pat-{person}";

    /// <summary>The id under which a person is sometimes sent as somebody else.</summary>
    public static string OtherId(int person) => $"alt-{person}";

    public static string RecordId(string patient, int record) => $"{patient}-{record}";

    /// <summary>Whose patient or record an id names.</summary>
    public static int PersonOf(string id) => int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The patient that a patient's or a record's id names.</summary>
    public static string PatientOf(string id) => string.Join('-', id.Split('-')[..2]);

    /// <summary>A person; variants are the same one with another telephone.</summary>
    public static TestPerson Person(int person, int variant)
    {
        var pair = person / 2;
        return new TestPerson(person % 2 == 0 ? "Annabel" : "Theodore", Families[pair % Families.Length], $"{1921 + pair * 17 % 79}-{1 + pair * 5 % 12:d2}-{1 + pair * 11 % 28:d2}")
        {
            AddressLine = $"{100 + pair * 37} {Streets[pair % Streets.Length]}",
            PostalCode = $"{10_000 + pair * 1_733 % 89_000}",
            Phone = variant == 0 ? null : $"{201 + pair * 7 % 797}555{variant:d4}",
        };
    }

    /// <summary>Whom a person is sent as by mistake.</summary>
    public static TestPerson Stranger(int person) => new("Barnabas", "Oddfellow", $"1913-0{1 + person % 9}-1{person / 9 % 10}")
    {
        Gender = "male",
        AddressLine = $"{9_000 + person} Nowhere Plaza",
        PostalCode = $"{99_500 + person}",
    };

    /// <summary>Whether a Patient resource is of the person that its id names.</summary>
    public static bool IsThemselves(FhirResource patient) => patient.Demographics!.Family != Stranger(0).Family;

    /// <summary>Later versions have higher numbers.</summary>
    public long NextVersion() => Interlocked.Increment(ref _version);

    public static DateTimeOffset TimeOf(long version) => DateTimeOffset.UnixEpoch.AddYears(30).AddSeconds(version);

    public static long VersionOf(long unixMs) => (DateTimeOffset.FromUnixTimeMilliseconds(unixMs) - DateTimeOffset.UnixEpoch.AddYears(30)).Ticks / TimeSpan.TicksPerSecond;
}
