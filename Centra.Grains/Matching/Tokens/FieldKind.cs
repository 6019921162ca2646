namespace Centra.Matching;

/// <summary>
/// What a hashed value is: the first byte of every hashed message, so that equal text in different fields has different hashes.
/// Given and family names share a kind, for people exchange them. The numbers are part of the stored form; below 0x80.
/// </summary>
internal enum FieldKind : byte
{
    None = 0,
    NationalId = 1,
    PatientId = 2,
    NameSound = 3,
    BirthDate = 4,
    BirthYearAndMonth = 5,
    BirthMonthAndDay = 6,
    BirthYearAndDay = 7,
    BirthDayOrMonthExchanged = 8,
    PostalCode = 9,
    HouseNumber = 10,
    StreetSound = 11,
    Phone = 12,
    NationalIdEnd = 13,
    Name = 14,
    Initial = 15,
    BirthYear = 16,
    BirthYearBand = 17,
    BirthDatePattern = 18,
    Sex = 19,
    PostalArea = 20,
    Street = 21,
    PhoneEnd = 22,
    Practice = 23,
}
