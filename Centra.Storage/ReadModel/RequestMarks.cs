using System.Text;

namespace Centra.Storage;

/// <summary>
/// Marks of what requests are filtered by, beside their words. A mark begins with a sign that no word holds, and spells its value in
/// hexadecimal, so that neither a title nor a value from outside can pass for another mark. The migrations write the same.
/// </summary>
internal static class RequestMarks
{
    private const int Longest = 200;

    /// <summary>It is no draft.</summary>
    public const string HandedIn = "§in";

    /// <summary>There is an agreement.</summary>
    public const string Agreed = "§on";

    /// <summary>A question is open.</summary>
    public const string Asked = "§qn";

    /// <summary>All who have a reviewer's seat have evaluated.</summary>
    public const string VotesAreIn = "§vn";

    public static string Stage(string stage) => Of('s', stage);

    public static string Ball(string ball) => Of('b', ball);

    public static string Institution(string institution) => Of('i', institution);

    public static string Dataset(string dataset) => Of('d', dataset);

    public static string User(string user) => Of('u', user);

    public static string Part(string part, string user) => Of('p', $"{part} {user}");

    public static string Act(string act, string user) => Of('a', $"{act} {user}");

    /// <summary>Whether it is a mark of a person, what people did, or a dataset.</summary>
    public static bool IsOfOthers(string word) => word is ['§', 'u' or 'p' or 'd' or 'a' or 'v', ..];

    // A mark only narrows: what it lets through is compared with the value itself.
    private static string Of(char kind, string value) => $"§{kind}{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value.Length > Longest ? value[..Longest] : value))}";
}
