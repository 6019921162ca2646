using System.Text;

namespace Centra.Synthetic;

/// <summary>
/// The long tail of names: numbers spelt in syllables, every number another name. Half of all people in the US bear one of thousands of
/// names that few others bear; a generator without them would meet far too many namesakes.
/// </summary>
internal static class SyllableNames
{
    private static readonly string[] Firsts =
    [
        "Bar", "Bel", "Bor", "Bran", "Cal", "Cor", "Dal", "Dev", "Dor", "Fal", "Fen", "Gal", "Gor", "Hal", "Har", "Hol", "Jan", "Kal",
        "Kar", "Kel", "Kol", "Lan", "Lem", "Lor", "Mal", "Mar", "Mel", "Mor", "Nal", "Nor", "Ost", "Pal", "Per", "Pol", "Rad", "Ral",
        "Ros", "Sal", "Sar", "Sol", "Stan", "Tal", "Tor", "Val", "Ver", "Vol", "Wal", "Win", "Wol", "Zab",
    ];

    private static readonly string[] Middles =
    [
        "a", "e", "i", "o", "u", "ade", "ani", "ari", "asi", "ebe", "eli", "eni", "ero", "ibi", "ida", "igo", "ili", "obi", "odo", "ola",
        "one", "ura",
    ];

    private static readonly string[] FamilyEnds =
    [
        "berg", "bert", "blad", "chek", "dahl", "den", "der", "dine", "dorf", "ford", "gan", "hart", "kamp", "kin", "kowski", "land",
        "ler", "ley", "man", "mann", "mond", "nard", "nes", "ney", "nitz", "quist", "ran", "rick", "ridge", "sen", "ser", "shaw", "ski",
        "son", "stein", "tano", "ton", "vich", "ville", "wood",
    ];

    private static readonly string[] FemaleEnds =
        ["a", "lina", "nda", "ra", "sha", "tte", "lyn", "nique", "bel", "ssa", "na", "ria", "ya", "dra", "mie"];

    private static readonly string[] MaleEnds =
        ["n", "rd", "s", "rick", "von", "l", "tin", "mond", "k", "ron", "don", "mar", "vin", "to", "rius"];

    /// <summary>A family name; numbers below 44,000 are short.</summary>
    public static string Family(int number) => Spell(number, FamilyEnds);

    /// <summary>A given name.</summary>
    public static string Given(int number, bool isFemale) => Spell(number, isFemale ? FemaleEnds : MaleEnds);

    private static string Spell(int number, string[] ends)
    {
        var name = new StringBuilder(Firsts[number % Firsts.Length]);
        number /= Firsts.Length;
        var end = ends[number % ends.Length];
        for (number /= ends.Length; number > 0; number /= Middles.Length + 1)
            name.Append(number % (Middles.Length + 1) is > 0 and var middle ? Middles[middle - 1] : "ah");
        return name.Append(end).ToString();
    }
}
