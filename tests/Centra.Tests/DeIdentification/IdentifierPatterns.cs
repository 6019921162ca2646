using System.Text.RegularExpressions;

namespace Centra.Tests.DeIdentification;

/// <summary>What identifiers look like wherever they stand.</summary>
public static partial class IdentifierPatterns
{
    public static IReadOnlyList<(Regex Pattern, IdentifierKind Kind)> All { get; } =
    [
        (DateFinerThanYear(), IdentifierKind.Date),
        (SocialSecurity(), IdentifierKind.SocialSecurity),
        (Telephone(), IdentifierKind.Telephone),
        (Email(), IdentifierKind.Email),
        (IpAddress(), IdentifierKind.IpAddress),
        (Uuid(), IdentifierKind.OtherUnique),
    ];

    [GeneratedRegex(@"\b(?:18|19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?\b")]
    private static partial Regex DateFinerThanYear();

    [GeneratedRegex(@"\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b")]
    private static partial Regex SocialSecurity();

    [GeneratedRegex(@"\(?\b[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}\b")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b")]
    private static partial Regex IpAddress();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b")]
    private static partial Regex Uuid();
}
