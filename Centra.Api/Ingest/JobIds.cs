namespace Centra.Api.Ingest;

/// <summary>A job's id follows from the command that opens it, so that a repeat finds the same job.</summary>
internal static class JobIds
{
    public static string Of(CommandId command) => $"job-{command.Value:n}";
}
