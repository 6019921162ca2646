using Centra.Documents;

namespace Centra.Rules;

/// <summary>What a kind of rules says, typed.</summary>
/// <typeparam name="TSelf">The content.</typeparam>
public interface IRulesContent<out TSelf>
{
    /// <summary>One of <see cref="RulesKinds"/>.</summary>
    static abstract string Kind { get; }

    /// <summary>Reads it, noting what is wrong.</summary>
    static abstract TSelf Read(Fields fields);
}
