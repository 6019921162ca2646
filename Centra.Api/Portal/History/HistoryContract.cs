using Centra.Agreements;
using Centra.Billing;

namespace Centra.Api.Portal;

/// <summary>Agreement, money and release in plain words. Pure.</summary>
internal static class HistoryContract
{
    public static string? Agreement(string type, EventPayload said, Actors names) => type switch
    {
        "AgreementIssued" => "The agreement was issued.",
        "AgreementRevised" => $"Version {said.Text("version.number")} of the agreement was made; signatures on the former one are void{HistoryWords.Because(said.Text("version.note"))}",
        "ChangesRequested" => "Changes of the agreement were asked for.",
        "ChangesAnswered" => $"The society stays with the version{HistoryWords.Because(said.Text("answer"))}",
        "AgreementSigned" => $"{said.Text("signature.fullName")}, {said.Text("signature.capacity")}, signed version {said.Text("signature.version")} for the {(said.Kind<SignatureParty>("signature.party") is SignatureParty.Institution ? "institution" : "society")}.",
        "SignedScanAttached" => "A scan of the agreement signed on paper was attached.",
        "ScanAttested" => $"{names.Of(said.Text("by"))} attested that the scan shows the issued text.",
        "AgreementExecuted" => $"The agreement is fully executed; it runs from {said.Text("starts")} to {said.Text("ends")}.",
        "AgreementDeclined" => $"The institution declined the agreement{HistoryWords.Because(said.Text("reason"))}",
        "AgreementLapsed" => "Nobody signed the agreement in time.",
        _ => null,
    };

    public static string? Ledger(string type, EventPayload said, bool isInside) => (type, isInside) switch
    {
        ("EstimateIssued", _) => $"The cost was estimated, version {said.Text("estimate.version")}: {said.Text("estimate.currency")} {said.Text("estimate.total")}.",
        ("InvoiceIssued", _) => $"Invoice {said.Text("invoice.number")} was issued: {said.Text("invoice.currency")} {said.Text("invoice.total")}.",
        ("NoFeeApproved", _) => "It was agreed that there is no fee.",
        ("FeeCancelled", _) => $"The fee was cancelled{HistoryWords.Because(said.Text("reason"))}",
        ("LineWritten", _) => said.Kind<LineKind>("line.kind") is var kind and (LineKind.Payment or LineKind.Refund or LineKind.Waiver or LineKind.Reversal) ? $"{kind} {said.Text("line.entryId")} is in the ledger: {said.Text("line.amount")}." : null,
        ("NoFeeDetermined", true) => $"It was determined that there is no fee{HistoryWords.Because(said.Text("noFee.reason"))}",
        ("EntryRecorded", true) => $"Entered: {Lower(said.Kind<EntryKind>("entry.kind"))} {said.Text("entry.entryId")}, {said.Text("entry.amount")}{HistoryWords.Because(said.Text("entry.reason"))}",
        ("EntryDecided", true) => $"{said.Text("entryId")} was decided: {MoneyWords.Standing(said.Kind<EntryStanding>("standing"))}{HistoryWords.Because(said.Text("why"))}",
        _ => null,
    };

    public static string? Release(string type, EventPayload said, bool isInside, bool isOwn) => (type, isInside) switch
    {
        ("ReleaseApproved", _) => $"Release version {said.Text("version")} was approved.",
        ("FileDownloaded", true) => $"{said.Text("fileName")} was downloaded.",
        ("FileDownloaded", false) => isOwn ? $"You downloaded {said.Text("fileName")}." : null,
        ("ReleaseOrdered", true) => $"Release version {said.Text("version")} was ordered.",
        ("ReleaseBuilt", true) => $"Release version {said.Text("version")} was made and checked.",
        ("ReleaseBuildFailed", true) => $"Release version {said.Text("version")} could not be made{HistoryWords.Because(said.Text("reason"))}",
        ("ReleaseRejected", true) => $"Release version {said.Text("version")} was rejected{HistoryWords.Because(said.Text("reason"))}",
        ("FileInspected", true) => $"A steward looked at {said.Text("fileName")}.",
        _ => null,
    };

    private static string Lower<T>(T kind)
        where T : struct, Enum => kind.ToString().ToLowerInvariant();
}
