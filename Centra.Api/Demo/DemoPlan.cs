using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Centra.Api.Security;

namespace Centra.Api.Demo;

/// <summary>
/// Who and what a demo has, decided and written down before any of it is made, so that a seeding that was cut off goes on with the same
/// passwords and keys. They are random: no secret of a demo is known beforehand.
/// </summary>
internal sealed record DemoPlan(IReadOnlyList<DemoUser> Users, IReadOnlyList<DemoPractice> Practices)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    // Two of those who may only act in pairs, a chair with a deputy, and enough reviewers for a quorum when some are in conflict.
    private static readonly Dictionary<string, int> HowMany = new()
    {
        [Roles.Operator] = 2,
        [Roles.PrivacyOfficer] = 2,
        [Roles.DataSteward] = 2,
        [Roles.RequestManager] = 2,
        [Roles.Finance] = 2,
        [Roles.Chair] = 2,
        [Roles.Reviewer] = 5,
    };

    /// <summary>The plan of a folder, made at the first call.</summary>
    public static DemoPlan Of(string folder, IdSource ids)
    {
        var path = Path.Combine(folder, "demo-credentials.json");
        if (!File.Exists(path))
            Write(path, New(ids));
        return JsonSerializer.Deserialize<DemoPlan>(File.ReadAllBytes(path), Json)!;
    }

    private static DemoPlan New(IdSource ids)
    {
        DemoPractice[] practices = [Practice("riverside-oncology", "Riverside Oncology", ids), Practice("lakeview-cancer-center", "Lakeview Cancer Center", ids)];
        var users = Roles.All.Where(role => role != Roles.ProviderAgent)
            .SelectMany(role => Enumerable.Range(1, HowMany.GetValueOrDefault(role, 1)).Select(number => User(role, number, null)))
            .Concat(practices.Select((practice, at) => User(Roles.ProviderAgent, at + 1, practice.Id)));
        return new DemoPlan([.. users], practices);
    }

    private static DemoPractice Practice(string id, string name, IdSource ids) => new(id, name, ApiKeys.New(id, ids).Text);

    private static DemoUser User(string role, int number, string? practiceId) => new(
        role, $"{role.ToLowerInvariant()}{(number == 1 ? "" : number)}@demo.example", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), practiceId);

    private static void Write(string path, DemoPlan plan)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, plan, Json);
    }
}

/// <summary>A user of the demo.</summary>
internal sealed record DemoUser(string Role, string Email, string Password, string? PracticeId)
{
    /// <summary>The same at every start.</summary>
    [JsonIgnore]
    public string UserId => $"user-demo-{Email[..Email.IndexOf('@')]}";

    /// <summary>Only who.</summary>
    public override string ToString() => Email;
}

/// <summary>A practice of the demo.</summary>
internal sealed record DemoPractice(string Id, string Name, string ApiKey)
{
    /// <summary>Only which.</summary>
    public override string ToString() => Id;
}
