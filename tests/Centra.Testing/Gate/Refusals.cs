namespace Centra.Testing;

/// <summary>Says of results whether they were refused.</summary>
public static class Refusals
{
    /// <summary>The refusal's code; "taken" where there is none.</summary>
    public static string Code<T>(this Result<T> result) => result.Refusal?.Code ?? "taken";
}
