using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A call as its filters see it.</summary>
internal sealed class FilteredCall<T>(Activation target, GrainMethod<T> method, object?[] arguments) : IIncomingGrainCallContext
{
    private readonly IIncomingGrainCallFilter[] _filters = target.Engine.Filters;
    private int _next;

    public object Grain => target.GrainInstance!;

    public GrainId TargetId => target.GrainId;

    public IGrainContext TargetContext => target;

    public string InterfaceName => method.InterfaceName;

    public string MethodName => method.Info.Name;

    public MethodInfo InterfaceMethod => method.Info;

    public object? Result { get; set; }

    public async Task Invoke()
    {
        if (_next < _filters.Length)
        {
            await _filters[_next++].Invoke(this);
            return;
        }
        var answer = await method.RunAsync(Grain, arguments);
        Result = typeof(T) == typeof(Nothing) ? null : answer;
    }

    public async Task<T> AnswerAsync()
    {
        await Invoke();
        return Result is null ? default! : (T)Result;
    }
}
