namespace Centra.Requests;

/// <summary>What a command is compared by when it is repeated. A carried one counts by the command inside: their JSON alone would not tell two kinds apart.</summary>
/// <param name="Kind">Name of the command.</param>
/// <param name="Command">The command; as object, so that all of it is written.</param>
internal sealed record CommandContent(string Kind, object Command)
{
    public static CommandContent Of(RequestCommand command) => command switch
    {
        ForAgreement inside => Of(inside.Command),
        ForLedger inside => Of(inside.Command),
        ForRelease inside => Of(inside.Command),
        _ => Of((object)command),
    };

    private static CommandContent Of(object command) => new(command.GetType().Name, command);
}
