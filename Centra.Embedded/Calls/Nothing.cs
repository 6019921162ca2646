namespace Centra.Embedded;

/// <summary>The answer of a method that has none.</summary>
internal readonly struct Nothing
{
    public static Task<Nothing> Done { get; } = Task.FromResult(default(Nothing));

    public static Task<Nothing> After(Task task)
    {
        return task.IsCompletedSuccessfully ? Done : WaitAsync(task);

        static async Task<Nothing> WaitAsync(Task task)
        {
            await task;
            return default;
        }
    }
}
