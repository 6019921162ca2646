using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A grain class: how its grains are called, made and kept.</summary>
internal sealed class GrainClass
{
    private readonly ConstructorInvoker _constructor;
    private readonly Func<Activation, List<IStateFacet>, object?>[] _arguments;

    public GrainClass(Type type)
    {
        Type = GrainType.Of(type);
        IdleLimit = type.IsDefined(typeof(KeepAliveAttribute)) ? TimeSpan.MaxValue
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.AgeLimit;
        if (type.GetConstructors() is not [var constructor])
            throw new NotSupportedException($"{type} needs one public constructor, to be made by dependency injection.");
        _constructor = ConstructorInvoker.Create(constructor);
        _arguments = [.. constructor.GetParameters().Select(Argument)];
    }

    public GrainType Type { get; }

    /// <summary>How long it may be idle; null: as long as any.</summary>
    public TimeSpan? IdleLimit { get; }

    /// <summary>A new grain; the states that it was given are added to <paramref name="states"/>.</summary>
    public object Make(Activation activation, List<IStateFacet> states)
    {
        var arguments = new object?[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = _arguments[i](activation, states);
        return _constructor.Invoke(arguments.AsSpan());
    }

    private static Func<Activation, List<IStateFacet>, object?> Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext))
            return (activation, _) => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return StateArgument(type, state);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return (activation, _) => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        return parameter.HasDefaultValue
            ? (activation, _) => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue
            : (activation, _) => activation.ActivationServices.GetRequiredService(type);
    }

    private static Func<Activation, List<IStateFacet>, object?> StateArgument(Type type, PersistentStateAttribute named)
    {
        var facet = ConstructorInvoker.Create(typeof(PersistentState<>).MakeGenericType(type.GenericTypeArguments).GetConstructors()[0]);
        return (activation, states) =>
        {
            var state = (IStateFacet)facet.Invoke(activation, named);
            states.Add(state);
            return state;
        };
    }
}
