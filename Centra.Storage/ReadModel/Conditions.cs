namespace Centra.Storage;

/// <summary>
/// Conditions of lists. One that is not asked for leaves no trace of its column: with "empty, or equal" the databases would go through the list, where they find
/// its part in an index otherwise. The parameter stays, so that the others keep their places.
/// </summary>
internal static class Conditions
{
    /// <summary>That a column has a value; nothing where it is not asked for, and its parameter is empty.</summary>
    public static string Of(string column, string parameter, bool isAsked) => isAsked ? $"{column} = {parameter}" : $"{parameter} = ''";

    /// <summary>That a time lies from one to before another; nothing where they leave nothing out.</summary>
    public static string Between(string column, string from, string to, long earliest, long latest) =>
        earliest > 0 || latest < long.MaxValue ? $"{column} >= {from} and {column} < {to}" : $"{from} < {to}";

    /// <summary>From beyond the row where the last page ended, in the order of a time and a key; all where there was none, and its parameter is empty.</summary>
    public static string Beyond(string table, string time, string key, string parameter, bool isAsked) =>
        isAsked ? $"({time}, {key}) > (select l.{time}, l.{key} from {table} l where l.{key} = {parameter})" : $"{parameter} = ''";
}
