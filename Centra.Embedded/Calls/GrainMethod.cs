using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Concurrency;

namespace Centra.Embedded;

/// <summary>All that is known of a method of a grain interface, looked up once.</summary>
internal abstract class GrainMethod(MethodInfo info)
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();

    public MethodInfo Info { get; } = info;

    public string InterfaceName { get; } = info.DeclaringType!.FullName!;

    public string FullName => $"{InterfaceName}.{Info.Name}";

    public bool IsReadOnly { get; } = info.IsDefined(typeof(ReadOnlyAttribute));

    public bool AlwaysInterleaves { get; } = info.IsDefined(typeof(AlwaysInterleaveAttribute));

    public TimeSpan? Timeout { get; } = info.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    public bool TakesCancellation { get; } = info.GetParameters() is [.., { } last] && last.ParameterType == typeof(CancellationToken);

    public static GrainMethod Of(MethodInfo info) => Known.TryGetValue(info, out var method) ? method : Known.GetOrAdd(info, Make);

    /// <summary>Sends a call and gives what the method's signature promises.</summary>
    public abstract object Send(GrainProxy from, object?[] arguments);

    private static GrainMethod Make(MethodInfo info)
    {
        var kind = AnswerShape.Of(info);
        return (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(kind.Answer), info, kind.Kind)!;
    }
}

/// <summary>A method whose answer is a <typeparamref name="T"/>.</summary>
internal sealed class GrainMethod<T>(MethodInfo info, AnswerKind kind) : GrainMethod(info)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(info);

    public Task<T> RunAsync(object grain, object?[] arguments)
    {
        var answer = _invoker.Invoke(grain, arguments.AsSpan())!;
        return kind switch
        {
            AnswerKind.TaskOf => (Task<T>)answer,
            AnswerKind.ValueTaskOf => ((ValueTask<T>)answer).AsTask(),
            AnswerKind.Task => (Task<T>)(object)Nothing.After((Task)answer),
            AnswerKind.ValueTask => (Task<T>)(object)Nothing.After(((ValueTask)answer).AsTask()),
            _ => throw new InvalidOperationException($"{FullName} does not return a task."),
        };
    }

    public override object Send(GrainProxy from, object?[] arguments)
    {
        if (TakesCancellation && (CancellationToken)arguments[^1]! is { IsCancellationRequested: true } cancelled)
            return Shape(Task.FromCanceled<T>(cancelled));
        var call = new GrainCall<T>(from.Engine, from.Id, this, arguments);
        from.Deliver(call);
        return Shape(call.Answer);
    }

    private object Shape(Task<T> answer) => kind switch
    {
        AnswerKind.ValueTaskOf => new ValueTask<T>(answer),
        AnswerKind.ValueTask => new ValueTask(answer),
        _ => answer,
    };
}
