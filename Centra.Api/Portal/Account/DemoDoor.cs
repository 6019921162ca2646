using System.Text.Json;

namespace Centra.Api.Portal;

/// <summary>Who may be tried in a demonstration. Without one there is nobody, and no file is looked for.</summary>
/// <param name="folder">The demonstration's data; null: there is none.</param>
internal sealed class DemoDoor(string? folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Whether this is a demonstration.</summary>
    public bool IsOpen => folder is not null;

    /// <summary>Its people, in the order of their roles; none before they are made.</summary>
    public async Task<IReadOnlyList<DemoPerson>> PeopleAsync()
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "demo-credentials.json")))
            return [];
        await using var file = File.OpenRead(Path.Combine(folder, "demo-credentials.json"));
        return (await JsonSerializer.DeserializeAsync<DemoPeopleFile>(file, Json))?.Users ?? [];
    }

    private sealed record DemoPeopleFile(IReadOnlyList<DemoPerson> Users);
}

/// <summary>Somebody of a demonstration, with the password that everybody may use there.</summary>
public sealed record DemoPerson(string Role, string Email, string Password)
{
    /// <summary>Only the role.</summary>
    public override string ToString() => Role;
}
