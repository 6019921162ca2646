using Centra.People;
using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Orleans;

namespace Centra.Api.People;

/// <summary>
/// Brings people in: first their rights into the history of <c>person/USER</c>, then the credentials. Cut off between the two there is a
/// person nobody can sign in as, and the same command again completes it; the other way round there would be credentials without history.
/// </summary>
internal sealed class Admitting(UserManager<User> users, IGrainFactory grains, TimeProvider clock)
{
    private const int LongestName = 200;
    private const int LongestEmail = 254;

    /// <summary>Admits a person.</summary>
    /// <param name="context">Who admits.</param>
    /// <param name="userId">The new id; the same for a repeated command.</param>
    /// <param name="person">Who.</param>
    /// <param name="password">The first password.</param>
    /// <param name="isOneTime">Whether it is good for choosing another one only.</param>
    public async Task<Result<AdmittedPerson>> AdmitAsync(CommandContext context, string userId, NewPerson person, string password, bool isOneTime)
    {
        if (!IsEmail(person.Email))
            return AccountRefusal.EmailIsWrong;
        if (person.DisplayName is not { Length: > 0 and <= LongestName } name)
            return AccountRefusal.DisplayNameIsWrong;
        if (await users.FindByEmailAsync(person.Email!) is { } other && other.Id != userId)
            return AccountRefusal.EmailIsTaken;
        var admitted = await grains.GetGrain<IPersonGrain>($"person/{userId}").Handle(context, new AdmitPerson(person.PracticeId, [.. person.Roles ?? []]));
        if (admitted.IsRefused)
            return admitted.Refusal;
        if (await users.FindByIdAsync(userId) is not null)
            return new AdmittedPerson(admitted.Value, null);
        var user = new User
        {
            Id = userId, UserName = person.Email, Email = person.Email, DisplayName = name,
            MustChangePassword = isOneTime, CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        return await CreateAsync(user, password) is { } refusal ? refusal : new AdmittedPerson(admitted.Value, isOneTime ? password : null);
    }

    // Two that arrive at once with one e-mail: the database lets one in; or the other's row is read between, and cannot be added again.
    private async Task<Refusal?> CreateAsync(User user, string password)
    {
        try
        {
            return (await users.CreateAsync(user, password)).Refusal();
        }
        catch (DbUpdateException)
        {
            return AccountRefusal.EmailIsTaken.Because();
        }
        catch (InvalidOperationException)
        {
            if (await users.FindByIdAsync(user.Id) is not { } other || ReferenceEquals(other, user))
                throw;
            return AccountRefusal.EmailIsTaken.Because();
        }
    }

    private static bool IsEmail(string? text) =>
        text is { Length: > 2 and <= LongestEmail } && text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}

/// <summary>A person to be admitted.</summary>
/// <param name="Email">With which they sign in.</param>
/// <param name="DisplayName">What they are called on screens.</param>
/// <param name="Roles">Roles to be proposed.</param>
/// <param name="PracticeId">The practice that a ProviderAgent acts for.</param>
internal sealed record NewPerson(string? Email, string? DisplayName, string[]? Roles, string? PracticeId)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(NewPerson);
}

/// <summary>A person who was admitted.</summary>
/// <param name="Person">Their rights.</param>
/// <param name="OneTimePassword">Shown once, to whoever admitted them; null in the answer of a repeated command.</param>
internal sealed record AdmittedPerson(PersonView Person, string? OneTimePassword)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => Person.UserId;
}
