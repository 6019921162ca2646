namespace Centra.Requests;

/// <summary>Which row of the table a command is.</summary>
public static class CommandKinds
{
    /// <summary>The kind; None for a command that nobody may send by this way.</summary>
    public static RequestCommandKind Of(RequestCommand command) => command switch
    {
        ForAgreement inside => ContractRules.KindOf(inside.Command),
        ForLedger inside => ContractRules.KindOf(inside.Command),
        ForRelease inside => ContractRules.KindOf(inside.Command),
        DrawUpAgreement => RequestCommandKind.IssueAgreement,
        RedrawAgreement => RequestCommandKind.ReviseAgreement,
        EstimateCost { Note: null } => RequestCommandKind.IssueEstimate,
        EstimateCost => RequestCommandKind.ReviseEstimate,
        _ => Enum.Parse<RequestCommandKind>(command.GetType().Name),
    };
}
