using Centra.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Api.People;

/// <summary>People who sign in, as services: ASP.NET Core Identity on the read store.</summary>
internal static class PeopleServices
{
    // OWASP's figure for PBKDF2 with HMAC-SHA-512, the hash of Identity's hasher.
    private const int HashIterations = 210_000;

    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddDbContext<PeopleContext>((provider, options) => PeopleContext.Configure(options, provider.GetRequiredService<ReadStore>()));
        services.AddIdentityCore<User>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Stores.MaxLengthForKeys = 0;
        }).AddUserStore<UserStore>();
        services.AddScoped<UserStore>();
        services.RemoveAll<IPasswordValidator<User>>().AddSingleton<IPasswordValidator<User>, PasswordRules>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<Credentials>().AddSingleton<SignInLimit>().AddSingleton<FirstOperator>().AddSingleton<DecoyPassword>();
        services.AddScoped<SignIns>().AddScoped<OwnPasswords>().AddScoped<SecondFactors>().AddScoped<Admitting>().AddScoped<Resetting>();
        services.AddScoped<PasswordLinks>().AddSingleton<LetterDesk>().AddHostedService<LetterWriter>();
        return services;
    }

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapTokens();
        api.MapAccount();
        api.MapAdmin();
        api.MapAudit();
    }
}
