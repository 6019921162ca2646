using System.Reflection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Stands before and after every call of every grain, in the order of registration. It goes on by <see cref="IGrainCallContext.Invoke"/>.</summary>
public interface IIncomingGrainCallFilter
{
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>A call on its way.</summary>
public interface IGrainCallContext
{
    object Grain { get; }

    GrainId TargetId { get; }

    /// <summary>The full name of the grain interface.</summary>
    string InterfaceName { get; }

    string MethodName { get; }

    MethodInfo InterfaceMethod { get; }

    /// <summary>What the caller gets; there after <see cref="Invoke"/>.</summary>
    object? Result { get; set; }

    /// <summary>Runs the rest: the next filter, in the end the grain's method.</summary>
    Task Invoke();
}

/// <summary>A call on its way, at the grain that is called.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    IGrainContext TargetContext { get; }
}
