using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Centra.Storage;

/// <summary>How a grain's record is written, on every database. Members with their type's default are left out, enums are names; 0.00 is written, for a default has no cents. What has no setter is not written.</summary>
public static class GrainStateJson
{
    /// <summary>The options, for whoever writes records itself.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A record as text.</summary>
    public static string Write<T>(T? state) => JsonSerializer.Serialize(state, Options);

    /// <summary>The record of a text.</summary>
    public static T? Read<T>(string content) => JsonSerializer.Deserialize<T>(content, Options);

    /// <summary>What a grain has where nothing is stored: the defaults of its record's type.</summary>
    public static T Absent<T>() => typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null
        ? Activator.CreateInstance<T>()
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(KeepCents).WithAddedModifier(LeaveOut),
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // What is worked out of other members cannot be read back, and every write would work it out.
    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member is { Set: null, AssociatedParameter: null }))
            member.ShouldSerialize = (_, _) => false;
    }

    private static void KeepCents(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.PropertyType == typeof(decimal)))
            member.ShouldSerialize = (_, value) => value is decimal amount && (amount != 0 || amount.Scale > 0);
    }
}
