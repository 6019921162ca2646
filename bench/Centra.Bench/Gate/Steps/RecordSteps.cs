using System.Text;
using Centra.Bench.Gate.Ingest;
using Centra.DeIdentification;
using Centra.Fhir;
using Centra.Gate;
using Centra.Matching;
using Centra.Storage;
using Centra.Synthetic;

namespace Centra.Bench.Gate.Steps;

/// <summary>The steps of a record outside of the database, on one core.</summary>
internal static class RecordSteps
{
    private const string Practice = "north";
    private static readonly byte[] Key = new byte[32];

    /// <summary>A clinical line.</summary>
    public static List<StepRow> Clinical()
    {
        var lines = Lines(Export.Make(1, 50).Clinical);
        var floors = Floors.Measure(lines);
        var resources = Array.ConvertAll(lines, line => FhirLine.Read(line).Resource!);
        var hashes = new IdHashes(Ring());
        var cipher = Sealing.Cipher(Key);
        var context = new CopyContext(new string('a', 32), new string('b', 32), 2026, _ => new string('c', 32));
        return
        [
            StepRow.Measure("read FHIR", 1, at => FhirLine.Read(lines[at % lines.Length]), floors.Scan),
            StepRow.Measure("hash of the content", 1, at => hashes.Content(lines[at % lines.Length]), floors.Hmac),
            StepRow.Measure("hash of the id", 1, at => hashes.Resource(Practice, resources[at % lines.Length].ResourceType, resources[at % lines.Length].Id), floors.ShortHmac),
            StepRow.Measure("de-identified copy", 1, at => SafeHarbor.Copy(resources[at % lines.Length], context), floors.Scan),
            StepRow.Measure("references for the copy", 1, at => SafeHarbor.References(resources[at % lines.Length])),
            StepRow.Measure("seal", 1, at => PatientContents.Seal(cipher, lines[at % lines.Length], default), floors.Seal),
            .. floors.Rows,
        ];
    }

    /// <summary>A person: what screening does before it asks the register.</summary>
    public static List<StepRow> Person()
    {
        var people = new PeopleGenerator(77).People().Take(5_000).Select(IdentityJson.Of).ToArray();
        var floors = Floors.Measure(people);
        var demographics = Array.ConvertAll(people, line => IdentityLine.Read(line).Demographics!);
        var normal = Array.ConvertAll(demographics, one => one.ToIdentity());
        var keys = MatchKeys.Create(Key);
        var hashes = new IdHashes(Ring());
        return
        [
            StepRow.Measure("read an identity", 1, at => IdentityLine.Read(people[at % people.Length]), floors.Scan),
            StepRow.Measure("normalise", 1, at => demographics[at % people.Length].ToIdentity()),
            StepRow.Measure("tokens", 1, at => TokenSet.Of(normal[at % people.Length], Practice, keys), floors.ShortHmac),
            StepRow.Measure("hash of the identity, for exemptions", 1, at => IdentityHashes.Of(hashes, normal[at % people.Length]), floors.Hmac),
            .. floors.Rows,
        ];
    }

    private static byte[][] Lines(IEnumerable<byte[]> batches) =>
        [.. batches.SelectMany(batch => Encoding.UTF8.GetString(batch).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Encoding.UTF8.GetBytes)];

    private static KeyRing Ring() => new(Key, [Key], Key, Key, [new NamedKey("bench", Key)], Key, Key, Key);
}
