using Centra.Matching;

namespace Centra.Bench.Matching;

/// <summary>
/// A FEBRL data set: originals, and corrupted duplicates of them. Taken over as they are: the seven digits of soc_sec_id as a national
/// id that lost its leading zeros, the four of postcode likewise; street_number and address_1 as the address line; a date that
/// is none as missing. There is neither sex nor phone, and nothing else of a record is used.
/// </summary>
public sealed record Febrl(IReadOnlyList<FebrlRecord> Originals, IReadOnlyList<FebrlRecord> Duplicates)
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">CSV with FEBRL's columns.</param>
    /// <param name="withNationalId">Whether soc_sec_id is taken over.</param>
    public static Febrl Read(string path, bool withNationalId)
    {
        var records = File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => Parse(line, withNationalId))
            .ToLookup(r => r.IsOriginal);
        return new Febrl([.. records[true]], [.. records[false]]);
    }

    /// <summary>The people with odd numbers: weights were learnt from generated people and from the even ones.</summary>
    public Febrl HeldBack() => Part(record => record.IsOfOddNumber);

    /// <summary>The people with even numbers.</summary>
    public Febrl LearntFrom() => Part(record => !record.IsOfOddNumber);

    private Febrl Part(Func<FebrlRecord, bool> isPart) => new([.. Originals.Where(isPart)], [.. Duplicates.Where(isPart)]);

    private static FebrlRecord Parse(string line, bool withNationalId)
    {
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        var id = cells[0].Split('-');
        return new FebrlRecord(id[1], id[2] == "org", new PersonIdentity
        {
            Given = [cells[1]],
            Family = cells[2],
            AddressLine = $"{cells[3]} {cells[4]}",
            PostalCode = cells[7],
            BirthDate = PartialDate.TryParse(cells[9], out var birth) ? birth : null,
            NationalId = withNationalId ? cells[10] : null,
        });
    }
}

/// <summary>One line: which person it is of, and what it says of them.</summary>
public sealed record FebrlRecord(string Person, bool IsOriginal, PersonIdentity Identity)
{
    public bool IsOfOddNumber => (Person[^1] - '0') % 2 == 1;
}
