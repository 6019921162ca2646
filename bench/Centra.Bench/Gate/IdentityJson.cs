using System.Globalization;
using System.Text;
using System.Text.Json;
using Centra.Synthetic;

namespace Centra.Bench.Gate;

/// <summary>A person as a practice sends it to be screened or opted out: an object of some 300 bytes.</summary>
internal static class IdentityJson
{
    /// <summary>The longest that screening is measured with.</summary>
    public const int MostBytes = 400;

    public static byte[] Of(Person person) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        given = person.Given,
        family = person.Family,
        birthDate = person.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        sex = person.IsFemale ? "female" : "male",
        nationalId = person.Ssn,
        postalCode = person.PostalCode,
        addressLine = person.AddressLine,
        phone = person.Phone,
        patientIds = new[] { PatientId(person) },
    });

    /// <summary>Lines of them.</summary>
    public static byte[] Lines(IEnumerable<Person> people) => [.. people.Select(Of).Where(line => line.Length <= MostBytes).SelectMany(line => line.Append((byte)'\n'))];

    /// <summary>The practice's id of a person.</summary>
    public static string PatientId(Person person) => string.Create(CultureInfo.InvariantCulture, $"P{person.Number}");

    /// <summary>How many lines there are.</summary>
    public static int Count(ReadOnlySpan<byte> lines) => lines.Count((byte)'\n');

    /// <summary>How often a word occurs.</summary>
    public static int Count(ReadOnlySpan<byte> text, string word) => text.Count(Encoding.ASCII.GetBytes(word));
}
