using System.Text;

namespace Centra.Matching;

/// <summary>
/// How a Latin name sounds, roughly, in the languages that names in US records come from: consonants in classes, doubled ones once,
/// vowels only at the start. Names that sound alike share it, and most that differ by a slip of one vowel. Of names with letters
/// beyond A to Z, such as those in other scripts, it is the name itself.
/// </summary>
internal static class Sound
{
    private const int Longest = 8;
    private const char Vowel = 'A';
    private const char Silent = '\0';

    public static string Of(string name)
    {
        if (name.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            return name;
        var sound = new StringBuilder(Longest);
        var last = Silent;
        for (var i = Start(name); i < name.Length && sound.Length < Longest; i++)
        {
            var heard = At(name, i);
            if (heard != Silent && heard != last && (heard != Vowel || sound.Length == 0))
                sound.Append(heard);
            if (heard != Silent)
                last = heard;
        }

        return sound.Length > 0 ? sound.ToString() : name;
    }

    /// <summary>Letters that are written before the first sound: Knight, Gnocchi, Pneuma, Wright, Psalter.</summary>
    private static int Start(string name) =>
        name.Length > 2 && name[..2] is "KN" or "GN" or "PN" or "WR" or "PS" or "TS" ? 1 : 0;

    private static char At(string name, int i)
    {
        var next = i + 1 < name.Length ? name[i + 1] : Silent;
        var before = i > 0 ? name[i - 1] : Silent;
        return name[i] switch
        {
            'A' or 'E' or 'I' or 'O' or 'U' or 'Y' => Vowel,
            'H' or 'W' => i == 0 && name[i] == 'W' ? 'V' : Silent,
            'B' => 'P',
            'P' => next == 'H' ? 'F' : 'P',
            'F' => 'F',
            'V' => 'F',
            'C' => OfC(before, next),
            'G' => OfG(before, next, i),
            'K' or 'Q' => 'K',
            'X' => i == 0 ? 'S' : 'K',
            'S' or 'Z' => 'S',
            'J' => 'J',
            'D' => next == 'G' ? Silent : 'T',
            'T' => next == 'C' ? Silent : 'T',
            'L' => 'L',
            'M' or 'N' => 'N',
            _ => 'R',
        };
    }

    private static char OfC(char before, char next) => next switch
    {
        'E' or 'I' or 'Y' => before == 'S' ? Silent : 'S',
        'H' => before == 'S' ? Silent : 'K',
        _ => before == 'S' && next == 'Z' ? 'S' : 'K',
    };

    private static char OfG(char before, char next, int i) => next switch
    {
        'H' when i > 0 => Silent,
        'E' or 'I' or 'Y' => before == 'D' ? 'J' : i == 0 ? 'J' : 'K',
        _ => 'K',
    };
}
