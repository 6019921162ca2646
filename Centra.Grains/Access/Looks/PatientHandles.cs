namespace Centra.Access;

/// <summary>How patients are addressed in URLs: by the keyed hash of their id in hex, so that no identifier stands in one.</summary>
public static class PatientHandles
{
    private const int Digits = 2 * Key128.Size;

    /// <summary>A patient's handle.</summary>
    public static string Of(Key128 patient) => Convert.ToHexStringLower(patient.ToArray());

    /// <summary>The patient of a handle, or null where it is none.</summary>
    public static Key128? Parse(string? handle) =>
        handle is { Length: Digits } && handle.All(char.IsAsciiHexDigit) ? Key128.From(Convert.FromHexString(handle)) : null;
}
