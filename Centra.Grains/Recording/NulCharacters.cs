namespace Centra.Recording;

/// <summary>Finds NUL characters in events. JSON may have them, as \u0000; PostgreSQL has no text with one.</summary>
internal static class NulCharacters
{
    private const string Escape = @"\u0000";

    /// <summary>Whether some payload has one.</summary>
    public static bool AreIn(ReadOnlySpan<RecordedEvent> events)
    {
        foreach (var recorded in events)
        {
            if (IsIn(recorded.Payload))
                return true;
        }
        return false;
    }

    // After an odd number of backslashes it is the text "\u0000" itself that was escaped.
    private static bool IsIn(string json)
    {
        for (var at = json.IndexOf(Escape, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Escape, at + 1, StringComparison.Ordinal))
        {
            var before = at;
            while (before > 0 && json[before - 1] == '\\')
                before--;
            if ((at - before) % 2 == 0)
                return true;
        }
        return false;
    }
}
