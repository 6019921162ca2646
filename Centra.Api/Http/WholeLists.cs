using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Centra.Api.Http;

/// <summary>
/// A list that a body leaves out is empty, and one with a null in it is refused: nothing behind has to think of either. The one place where lists are
/// made whole: commands are made of bodies, or by the service itself.
/// </summary>
internal static class WholeLists
{
    private static readonly MethodInfo Mending = typeof(WholeLists).GetMethod(nameof(Mend), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Changes how a type is read.</summary>
    public static void Modify(JsonTypeInfo type)
    {
        var menders = type.Properties.Where(IsList).Select(list => Mending.MakeGenericMethod(list.PropertyType.GenericTypeArguments).CreateDelegate<Action<JsonPropertyInfo, object>>())
            .Zip(type.Properties.Where(IsList)).ToList();
        if (menders.Count > 0)
            type.OnDeserialized = body => menders.ForEach(mender => mender.First(mender.Second, body));
    }

    private static bool IsList(JsonPropertyInfo property) =>
        property is { Get: not null, Set: not null, PropertyType.IsGenericType: true } && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static void Mend<T>(JsonPropertyInfo list, object body)
    {
        var items = (ImmutableArray<T>)list.Get!(body)!;
        if (items.IsDefault)
            list.Set!(body, ImmutableArray<T>.Empty);
        else if (items.Any(item => item is null))
            throw new JsonException($"{list.Name} has an empty item.");
    }
}
