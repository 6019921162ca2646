using Centra.Releases;

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

    /// <summary>Which rows a command of this type may be.</summary>
    public static IReadOnlyList<RequestCommandKind> Of(Type command) => command.Name switch
    {
        nameof(CreateDraft) => [RequestCommandKind.CreateDraft, RequestCommandKind.Amend, RequestCommandKind.Renew],
        nameof(DrawUpAgreement) => [RequestCommandKind.IssueAgreement],
        nameof(RedrawAgreement) => [RequestCommandKind.ReviseAgreement],
        nameof(EstimateCost) => [RequestCommandKind.IssueEstimate, RequestCommandKind.ReviseEstimate, RequestCommandKind.ReviseAgreement],
        nameof(RecordDownload) => [RequestCommandKind.Download],
        nameof(InspectFile) => [RequestCommandKind.InspectRelease],
        var name => [Enum.Parse<RequestCommandKind>(name)],
    };
}
