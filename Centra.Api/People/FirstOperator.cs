using System.Security.Cryptography;
using System.Text;
using Centra.People;
using Centra.Storage;

namespace Centra.Api.People;

/// <summary>
/// Where nobody could sign in to admit anybody, there is one operator with a random one-time password, printed once and good for choosing
/// another. With <c>Centra__Operator__Email</c> set also while there is only one operator: the way back when the second is gone.
/// </summary>
internal sealed class FirstOperator(IServiceScopeFactory scopes, ReadStore read, IConfiguration configuration, IdSource ids)
{
    private const string UsualEmail = "operator@localhost";

    /// <summary>Makes the operator where one is needed, and prints the password after it was kept. Two processes that start at once make one.</summary>
    public async Task EnsureAsync(TextWriter console)
    {
        var configured = configuration["Centra:Operator:Email"] is { Length: > 0 } text ? text : null;
        var email = configured ?? UsualEmail;
        if (await read.Database.ReadAsync(PeopleRows.ActiveOperatorsAsync) >= (configured is null ? 1 : 2))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var password = OneTimePasswords.New(ids);
        var context = new CommandContext(CommandId.From(PersonRules.Host, "first-operator", email), new Actor(PersonRules.Host, null));
        var made = await scope.ServiceProvider.GetRequiredService<Admitting>()
            .AdmitAsync(context, UserIdOf(email), new NewPerson(email, "Operator", [Roles.Operator], null), password, isOneTime: true);
        if (made is { IsRefused: false, Value.OneTimePassword: { } oneTime })
            await console.WriteLineAsync($"First operator: {email}, one-time password: {oneTime} (shown this once; choose your own at the first sign-in)");
    }

    // The same in every process, so that all of them speak to one person.
    private static string UserIdOf(string email) => $"user-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToUpperInvariant())))[..20]}";
}
