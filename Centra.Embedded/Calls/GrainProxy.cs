using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A reference to a grain: turns a call of an interface's method into a message.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The references to grains derive from it, made at run time.")]
internal class GrainProxy : DispatchProxy, IAddressable
{
    private Activation? _last;

    public EmbeddedEngine Engine { get; private set; } = null!;

    public GrainId Id { get; private set; }

    /// <summary>A proxy of the same interface for a grain. Copying one is far cheaper than making one.</summary>
    public GrainProxy For(EmbeddedEngine engine, GrainId id)
    {
        var copy = (GrainProxy)MemberwiseClone();
        copy.Engine = engine;
        copy.Id = id;
        copy._last = null;
        return copy;
    }

    /// <summary>Straight to the activation that took the last message, while it takes any.</summary>
    public void Deliver(Message message)
    {
        if (_last is not { } last || !Engine.Admits || !last.TryPost(message))
            _last = Engine.Deliver(Id, message);
    }

    public override bool Equals(object? obj) => obj is GrainProxy other && other.Id == Id && other.GetType() == GetType();

    public override int GetHashCode() => Id.GetHashCode();

    public override string ToString() => $"Reference to {Id}";

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => GrainMethod.Of(targetMethod!).Send(this, args ?? []);
}
