using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel with a call and with the calls it makes, but never back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Local = new();

    public static IEnumerable<string> Keys => Values.Keys;

    public static IEnumerable<KeyValuePair<string, object>> Entries => Values;

    private static ImmutableDictionary<string, object> Values => Local.Value ?? ImmutableDictionary<string, object>.Empty;

    public static object? Get(string key) => Values.GetValueOrDefault(key);

    public static void Set(string key, object value) => Local.Value = Values.SetItem(key, value);

    public static bool Remove(string key)
    {
        var before = Values;
        Local.Value = before.Remove(key);
        return before.ContainsKey(key);
    }

    public static void Clear() => Local.Value = null;

    internal static ImmutableDictionary<string, object>? Export() => Local.Value;

    // Setting what is there already would cost a copy of the execution context on every call.
    internal static void Import(ImmutableDictionary<string, object>? values)
    {
        if (!ReferenceEquals(Local.Value, values))
            Local.Value = values;
    }
}
