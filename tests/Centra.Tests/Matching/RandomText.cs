using System.Text;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

/// <summary>Text as it should never come, and as it does: any script, marks, digits, broken surrogates, punctuation.</summary>
internal static class RandomText
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x20, 0x7E), (0x41, 0x5A), (0x61, 0x7A), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x590, 0x6FF),
        (0x900, 0x97F), (0xE00, 0xE7F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x2100, 0x218F), (0x3040, 0x30FF), (0x4E00, 0x4FFF),
        (0xAC00, 0xAD00), (0xD800, 0xDFFF), (0xF900, 0xFAFF), (0xFB00, 0xFB4F), (0xFF00, 0xFFEF), (0x10400, 0x1044F), (0x1D400, 0x1D7FF),
        (0x1F130, 0x1F170), (0x20000, 0x20100),
    ];

    public static string Of(ref Dice dice, int longest)
    {
        var text = new StringBuilder();
        for (var length = dice.Below(longest + 1); length > 0; length--)
        {
            var (first, last) = dice.Chance(0.3) ? (0x20, 0x7E) : dice.Pick(Ranges);
            var code = dice.Between(first, last);
            _ = code > 0xFFFF ? text.Append(char.ConvertFromUtf32(code)) : text.Append((char)code);
        }

        return text.ToString();
    }
}
