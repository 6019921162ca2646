using System.Runtime.CompilerServices;

namespace Centra.Embedded;

/// <summary>What a grain sees where nothing is stored: a new instance, or one without constructor run where none is without parameters.</summary>
internal static class AbsentState<T>
{
    private static readonly bool Constructs = typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null;

    public static T Make() => Constructs ? Activator.CreateInstance<T>() : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
}
