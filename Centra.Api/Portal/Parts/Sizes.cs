using System.Globalization;

namespace Centra.Api.Portal;

/// <summary>Sizes of files for people.</summary>
public static class Sizes
{
    /// <summary>Such as 1.4 MB.</summary>
    public static string Of(long bytes) => bytes switch
    {
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.#} MB"),
        >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };
}
