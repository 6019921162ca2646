using System.Text;
using Centra.DeIdentification;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class FhirFuzzTests
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1e999", "{}", "[]", "\"\"",
            "\u0000", "\"id\":", "\"reference\":\"Patient/9\"", "\"resourceType\":\"Patient\"", "9999999999", "\u00e9"])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public void Read_TwentyThousandMutations_NeverThrows()
    {
        var random = new Random(4711);
        var lines = Sample.All().Where(line => line.Length < 5000).ToArray();
        var patients = lines.Where(line => line.AsSpan().StartsWith("{\"resourceType\":\"Patient\""u8)).ToArray();
        var codes = new HashSet<LineCode>();
        var copies = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var from = round % 3 == 0 ? patients : lines;
            var line = Mutate(from[random.Next(from.Length)], random);
            var (code, resource) = FhirLine.Read(line);
            codes.Add(code);
            codes.Add(IdentityLine.Read(line).Code);
            (resource is null).ShouldBe(code != LineCode.None);
            if (resource is not null && SafeHarbor.Copy(resource, new CopyContext("p", "c", 2025, _ => "r")) is { IsCopied: true } copy)
                copies += FhirLine.Read(copy.Json).Code == LineCode.None ? 1 : throw new ShouldAssertException("a copy is not FHIR");
        }

        copies.ShouldBeGreaterThan(1000);
        codes.ShouldBe(
            [
                LineCode.None, LineCode.NotJson, LineCode.NotUtf8, LineCode.DuplicateKey, LineCode.EscapedName, LineCode.NotAResource,
                LineCode.UnknownResourceType, LineCode.NoId, LineCode.BadId, LineCode.NoSubject, LineCode.BadDate, LineCode.BadValue, LineCode.NotAPatient,
            ],
            ignoreOrder: true, customMessage: string.Join(' ', codes));
    }

    private static byte[] Mutate(byte[] line, Random random)
    {
        var bytes = line.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
            Edit(bytes, random);
        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] = (byte)"0123456789azAZ-"[random.Next(15)];
                break;
            case 2 when bytes.Count > 20:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 5 when at % 5 == 0:
                GiveNumberForText(bytes);
                break;
            default:
                RenameMember(bytes, random);
                break;
        }
    }

    private static void GiveNumberForText(List<byte> bytes)
    {
        var at = Encoding.Latin1.GetString([.. bytes]).IndexOf("\"gender\":", StringComparison.Ordinal);
        if (at >= 0)
            bytes.InsertRange(at + 9, "5,\"was\":"u8.ToArray());
    }

    /// <summary>Renames one of the first members, so that the form stays right and the meaning does not.</summary>
    private static void RenameMember(List<byte> bytes, Random random)
    {
        var text = Encoding.Latin1.GetString([.. bytes]);
        string[] names =
            ["\"id\"", "\"resourceType\"", "\"subject\"", "\"reference\"", "\"family\":", "\"birthDate\":", "Patient/", "\"given\":[", "\"value\":\"5"];
        var name = names[random.Next(names.Length)];
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at >= 0)
            bytes[at + 1 + random.Next(name.Length - 1)] = (byte)'x';
    }
}
