using System.Reflection;

namespace Centra.Embedded;

/// <summary>The four ways in which a method may promise an answer.</summary>
internal enum AnswerKind
{
    Task = 1,
    TaskOf,
    ValueTask,
    ValueTaskOf,
}

/// <summary>How a method promises its answer, and what the answer is.</summary>
internal readonly record struct AnswerShape(AnswerKind Kind, Type Answer)
{
    public static AnswerShape Of(MethodInfo method) => method.ReturnType switch
    {
        var type when type == typeof(Task) => new(AnswerKind.Task, typeof(Nothing)),
        var type when type == typeof(ValueTask) => new(AnswerKind.ValueTask, typeof(Nothing)),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Task<>) => new(AnswerKind.TaskOf, type.GenericTypeArguments[0]),
        { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ValueTask<>) => new(AnswerKind.ValueTaskOf, type.GenericTypeArguments[0]),
        _ => throw new NotSupportedException($"{method.DeclaringType}.{method.Name} does not return a task, so it cannot be called on a grain."),
    };
}
