using System.Reflection;

namespace Centra.Api.OpenApi;

/// <summary>All refusals by their codes, from the enums that carry them.</summary>
internal static class RefusalBook
{
    private static readonly ILookup<string, Refusal> ByCode = new[] { typeof(RefusalBook).Assembly, typeof(Gate.GateServices).Assembly, typeof(Refusal).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsEnum)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsDefined(typeof(RefusesAttribute)))
        .Select(field => ((Enum)field.GetValue(null)!).Because()).ToLookup(refusal => refusal.Code);

    /// <summary>The refusal of a code.</summary>
    /// <exception cref="KeyNotFoundException">No enum has it.</exception>
    public static Refusal Find(string code) => ByCode[code].FirstOrDefault() ?? throw new KeyNotFoundException($"No refusal is called {code}.");
}
