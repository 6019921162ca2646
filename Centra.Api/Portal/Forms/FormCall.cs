using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Centra.Api.Portal;

/// <summary>
/// A form that was posted to <c>/do/...</c>: which command of the interface it is, and where the browser goes afterwards. It stays with the
/// request while its command runs, and after a refusal, so that the page can say why and show again what was typed.
/// </summary>
internal sealed class FormCall
{
    /// <summary>Name of the field with the address of the page that the form stands on.</summary>
    public const string BackField = "_back";

    /// <summary>Name of the field with the address to go to when the command was taken; parts in braces come from the answer.</summary>
    public const string NextField = "_next";

    /// <summary>Name of the field with the Idempotency-Key.</summary>
    public const string KeyField = "_key";

    /// <summary>Name of the field with the method, where it is not POST.</summary>
    public const string MethodField = "_method";

    // What proves who somebody is goes to the command and nowhere else.
    private static readonly string[] Secrets = ["password", "totp"];

    private static readonly string[] OfTheForm = [BackField, NextField, KeyField, MethodField];

    private readonly IFormCollection _form;

    public FormCall(string path, IFormCollection form) => (Path, _form) = (path, form);

    /// <summary>The command, as a path below /api.</summary>
    public string Path { get; }

    /// <summary>The page that the form stands on.</summary>
    public string Back => LocalAddress.Or(_form[BackField], "/");

    /// <summary>The key under which the command takes effect once.</summary>
    public string Key => _form[KeyField].ToString();

    /// <summary>How the command is sent.</summary>
    public string Method => _form[MethodField].ToString() switch { "PUT" => HttpMethods.Put, "DELETE" => HttpMethods.Delete, _ => HttpMethods.Post };

    /// <summary>Why it was refused; null while it was not.</summary>
    public Refused? Refused { get; set; }

    /// <summary>Whether it was this form, handed in or saved for later.</summary>
    public bool IsOf(string command) => Path == command || Path == $"{command}/draft";

    /// <summary>A new key for a form.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    /// <summary>What was typed into a field; never a password or a code.</summary>
    public string? Typed(string name) => !Secrets.Contains(name) && _form.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Whether this value of a field with several was chosen.</summary>
    public bool Chose(string name, string value) => _form.TryGetValue(name, out var values) && values.Contains(value);

    /// <summary>What somebody wrote in words, one text a field; not what they chose or ticked.</summary>
    public IReadOnlyList<string> Written => [.. from typed in _form where typed.Key is not ['_', ..] && !Secrets.Contains(typed.Key) let words = typed.Value.ToString() where words.Contains(' ', StringComparison.Ordinal) select words];

    /// <summary>The body of the command; null where a form has no fields of its own.</summary>
    public byte[]? Body(TimeZoneInfo zone, string tokenField)
    {
        var fields = _form.Where(field => field.Key != tokenField && !OfTheForm.Contains(field.Key)).ToList();
        return fields.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(FormJson.Of(fields, zone));
    }

    /// <summary>Where to go when the command was taken.</summary>
    public string After(ReadOnlySpan<byte> answer)
    {
        var next = _form[NextField].ToString();
        if (next.Length == 0)
            return Told(Back);
        if (next.Contains('{', StringComparison.Ordinal) && JsonNode.Parse(answer) is JsonObject fields)
        {
            foreach (var (name, value) in fields.Where(field => field.Value is JsonValue))
                next = next.Replace($"{{{name}}}", Uri.EscapeDataString(value!.ToString()), StringComparison.Ordinal);
        }
        return Told(LocalAddress.Or(next, "/"));
    }

    // The page says what was done; the name of the command is all that it is told.
    private string Told(string address)
    {
        var bare = address.Split('#')[0];
        var query = bare.Split('?', 2) is [_, var rest] ? rest.Split('&').Where(part => !part.StartsWith("done=", StringComparison.Ordinal)) : [];
        var said = Method == HttpMethods.Delete ? "removed" : Path.Split('/')[^1];
        return $"{bare.Split('?')[0]}?{string.Join('&', query.Append($"done={Uri.EscapeDataString(said)}"))}";
    }
}

/// <summary>A refusal as the interface told it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Its stable code.</param>
/// <param name="Detail">Its sentence.</param>
internal sealed record Refused(int Status, string Code, string Detail);
