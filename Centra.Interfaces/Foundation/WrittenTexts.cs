using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Centra;

/// <summary>A text in a command.</summary>
/// <param name="Type">What has it as a field.</param>
/// <param name="Name">The field.</param>
/// <param name="Field">The field as a body names it, for example <c>scores.words</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Items">How many entries its list has.</param>
internal sealed record WrittenText(Type Type, string Name, string Field, string Text, int Items);

/// <summary>Finds the texts of a command, those of its parts and lists too.</summary>
internal static class WrittenTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static IEnumerable<WrittenText> Of(object part, string path = "") => Known.GetOrAdd(part.GetType(), Fields).SelectMany(field => In(part, field, path));

    private static IEnumerable<WrittenText> In(object part, PropertyInfo field, string path)
    {
        var name = path + JsonNamingPolicy.CamelCase.ConvertName(field.Name);
        return field.GetValue(part) switch
        {
            null => [],
            string text => [new WrittenText(field.DeclaringType!, field.Name, name, text, 1)],
            IEnumerable list => Items(list) is var items ? items.SelectMany(item => Item(item, field, name, items.Count)) : [],
            var inside => Of(inside, $"{name}."),
        };
    }

    private static IEnumerable<WrittenText> Item(object? item, PropertyInfo field, string name, int count) => item switch
    {
        null => [],
        string text => [new WrittenText(field.DeclaringType!, field.Name, name, text, count)],
        _ => Of(item, $"{name}.").Select(inside => inside with { Items = Math.Max(inside.Items, count) }),
    };

    // A list that was never made cannot be gone through.
    private static List<object?> Items(IEnumerable list) => list.Equals(RuntimeHelpers.GetUninitializedObject(list.GetType())) ? [] : [.. list.Cast<object?>()];

    private static PropertyInfo[] Fields(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(field => field.GetIndexParameters().Length == 0 && MayHaveText(field.PropertyType))];

    private static bool MayHaveText(Type type) => type == typeof(string) || (type.IsClass && type.Assembly == typeof(WrittenTexts).Assembly)
        || (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && MayHaveText(type.GenericTypeArguments[0]));
}
