using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// Made-up people that between them use every blocking rule and every kind of folding. Never change one: add another, with a new version of
/// the rules.
/// </summary>
internal static class GoldenPeople
{
    public static readonly ImmutableArray<PersonIdentity> All =
    [
        new()
        {
            Given = ["Ada", "Quill"], Family = "Testwright", FormerFamily = ["O'Sample-Jones"], BirthDate = Date("1951-07-04"),
            Sex = AdministrativeSex.Female, NationalId = "900-12-3456", PostalCode = "02139-4307", AddressLine = "12 Example Street Apt 4",
            Phone = "(617) 555-0142", PatientIds = ["G-1", "G-1b"],
        },
        Person("Zoë Ærø", "Łąckißøn-Ñandú", "1960-02-29", "7 Größe Weg"),
        Person("José María", "García Márquez de la Cruz", "1948-11-03", "1 Calle 5"),
        Person("İrem", "Öztürkoğlu", "1971-12-12", "34 Şişli"),
        Person("Юлия", "Ёлкина-Йовович", "1955-05-06", "10 Набережная"),
        Person("Ἀλέξανδρος", "Παπαδόπουλος", "1944-04-04", "3 Οδός"),
        Person("مُحَمَّد", "الإدريسي", "1967-08-09", "20 شارع"),
        Person("小明", "欧陽", "1982-01-31", "5 路"),
        Person("ｶﾞﾂ", "はやし", "1979-06-07", "8 みち"),
        Person("지훈", "김", "1990-09-10", "9 길"),
        Person("प्रिया", "शर्मा", "1988-03-02", "11 मार्ग"),
        Person("Nguyễn", "Đặng", "1953-10-10", "6 Phố"),
        new() { Given = ["J", "Robert"], Family = "Mc Query III", BirthDate = Date("1939"), PatientIds = ["only-id"] },
        new() { Given = ["Baby"], Family = "UNKNOWN", BirthDate = Date("1900-01-01"), NationalId = "000000000", Phone = "555-555-5555 x2" },
    ];

    private static PersonIdentity Person(string given, string family, string birth, string address) => new()
    {
        Given = [given], Family = family, BirthDate = Date(birth), AddressLine = address, PostalCode = "98101", Phone = "206-555-0100",
        Sex = AdministrativeSex.Male,
    };

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
