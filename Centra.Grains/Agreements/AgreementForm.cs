using Centra.Recording;

namespace Centra.Agreements;

/// <summary>How agreements are stored, and how they are shown.</summary>
internal static class AgreementForm
{
    public static RecordedForm<AgreementState, AgreementEvent, AgreementRecord> Recorded { get; } = new(Load, Save, AgreementRules.Apply);

    public static AgreementView View(string requestId, AgreementState state) => new(
        requestId, state.Standing, [.. state.Versions.Select(View)], [.. state.Signatures.Select(View)],
        [.. state.Changes.Select(asked => new ChangesView(asked.Version, asked.By, asked.At, [.. asked.Comments], asked.Answer))],
        state.Scan is { } scan ? new ScanView(scan.ScanSha256, scan.OfficialId, scan.SignedOn, [.. scan.AttestedBy]) : null,
        state.Starts, state.Ends, state.Reason);

    public static AgreementVersionView View(AgreementVersion version) => new(
        version.Number, version.Sha256, version.TextSha256, version.SourceSha256, version.IssuedBy, version.IssuedAt, version.Note,
        version.TemplateVersion, version.EstimateVersion, version.Total, version.Currency, version.OpenUntil);

    private static SignatureView View(AgreementSignature signature) => new(
        signature.Party, signature.Version, signature.UserId, signature.FullName, signature.Capacity, signature.Meaning, signature.At, signature.Sha256, signature.ScanSha256);

    private static AgreementState Load(AgreementRecord? stored) => stored is null ? AgreementState.None : new AgreementState(
        stored.Standing, [.. stored.Versions ?? []], [.. stored.ClauseIds ?? []], [.. stored.Signatures ?? []], [.. stored.Changes ?? []], stored.Scan,
        stored.Starts, stored.Ends, stored.Reason);

    private static AgreementRecord Save(AgreementState state) => new()
    {
        Standing = state.Standing,
        Versions = [.. state.Versions],
        ClauseIds = [.. state.ClauseIds],
        Signatures = [.. state.Signatures],
        Changes = [.. state.Changes],
        Scan = state.Scan,
        Starts = state.Starts,
        Ends = state.Ends,
        Reason = state.Reason,
    };
}
