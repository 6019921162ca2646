using Microsoft.AspNetCore.Identity;

namespace Centra.Storage;

/// <summary>What proves who somebody is. What they may do is not here: <c>person/USER</c> says it.</summary>
public sealed class User : IdentityUser
{
    /// <summary>What they are called on screens.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the password is a one-time one: good for choosing another, and for nothing else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The secret of the second factor, encrypted.</summary>
    public byte[]? TotpKey { get; set; }

    /// <summary>The time step of the last code that was accepted: each code is good once.</summary>
    public long TotpStep { get; set; }

    /// <summary>When it was made, Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Only the id.</summary>
    public override string ToString() => Id;
}
