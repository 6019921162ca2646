namespace Centra.Requests;

/// <summary>How requests are stored.</summary>
internal static class RequestForm
{
    private const int Newest = 1;

    public static Recording.RecordedForm<RequestState, RequestEvent, RequestRecord> Recorded { get; } = new(Load, Save, RequestApply.Apply);

    private static RequestState Load(RequestRecord? stored) => stored switch
    {
        null or { State: null } => RequestState.None,
        { Form: Newest } => stored.State,
        _ => throw new InvalidOperationException($"A request was stored in form {stored.Form}, which this version does not know."),
    };

    private static RequestRecord Save(RequestState state) => new() { Form = Newest, State = state };
}
