using System.Collections.Frozen;

namespace Centra.Synthetic;

/// <summary>What some people are called instead of their given name.</summary>
internal static class Nicknames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["William"] = "Bill", ["Robert"] = "Bob", ["James"] = "Jim", ["John"] = "Jack", ["Richard"] = "Dick", ["Michael"] = "Mike",
        ["Charles"] = "Chuck", ["Thomas"] = "Tom", ["Joseph"] = "Joe", ["Edward"] = "Ted", ["Daniel"] = "Dan", ["Anthony"] = "Tony",
        ["Elizabeth"] = "Betty", ["Margaret"] = "Peggy", ["Patricia"] = "Pat", ["Barbara"] = "Barb", ["Susan"] = "Sue",
        ["Katherine"] = "Kathy", ["Deborah"] = "Debbie", ["Dorothy"] = "Dot", ["Jennifer"] = "Jen", ["Jose"] = "Pepe",
        ["Francisco"] = "Paco", ["Guadalupe"] = "Lupe", ["Samuel"] = "Sam", ["Benjamin"] = "Ben", ["Alexander"] = "Alex",
    }.ToFrozenDictionary();

    public static string Of(string given) => Known.GetValueOrDefault(given, given);
}
