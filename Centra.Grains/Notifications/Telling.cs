namespace Centra.Notifications;

/// <summary>Who is told what about an event.</summary>
/// <param name="Template">The event of a message template.</param>
/// <param name="Audience">Whom.</param>
/// <param name="UserId">Who, where the audience is one person.</param>
/// <param name="Reason">Words for the template's reason.</param>
/// <param name="Number">Its count, or days left.</param>
public sealed record Telling(string Template, Audience Audience, string? UserId = null, string? Reason = null, long? Number = null);

/// <summary>Groups of people who are told of something.</summary>
public enum Audience
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>One person.</summary>
    Person = 1,

    /// <summary>The principal investigator and their delegates.</summary>
    Applicants = 2,

    /// <summary>The whole team.</summary>
    Team = 3,

    /// <summary>Request managers.</summary>
    Managers = 4,

    /// <summary>The chair of the request's committee; its deputies while the chair is absent.</summary>
    Chair = 5,

    /// <summary>Finance.</summary>
    Finance = 6,

    /// <summary>Data stewards.</summary>
    Stewards = 7,

    /// <summary>Who signs for the society.</summary>
    Signatories = 8,

    /// <summary>Who signs for the institution of the principal investigator, verified.</summary>
    Officials = 9,
}
