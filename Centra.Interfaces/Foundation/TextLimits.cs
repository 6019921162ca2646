using System.Collections.Frozen;

namespace Centra;

/// <summary>
/// How long what people write about a data request may be, in characters: the one table for commands of requests, agreements, ledgers and
/// releases. By the name of the field; where a command has a limit of its own, by its name and the field's.
/// </summary>
public static class TextLimits
{
    /// <summary>Entries of a list.</summary>
    public const int MostItems = 5_000;

    private const int Reference = 200;
    private const int Line = 500;
    private const int Note = 2_000;
    private const int Prose = 5_000;
    private const int Report = 20_000;

    private static readonly FrozenDictionary<string, int> Table = new Dictionary<string, int>
    {
        // What people write.
        ["Title"] = 300, ["Name"] = Reference, ["FullName"] = Reference, ["Capacity"] = Reference, ["Meaning"] = Line, ["Funders"] = 300,
        ["Reason"] = Prose, ["Reasons"] = Prose, ["Note"] = Note, ["Text"] = Prose, ["Words"] = Prose, ["Conditions"] = Prose, ["Cohort"] = Prose, ["Answer"] = Note,
        ["Citation"] = Note, ["Identifier"] = Reference, ["Certificate"] = Report, ["Report"] = Report, ["Description"] = Line, ["From"] = Line, ["To"] = Line, ["BillTo"] = Line,
        ["DatasetAvailability.Note"] = Prose, ["CriterionScore.Words"] = 10_000, ["AddCriterion.Text"] = 1_000, ["ClauseComment.Text"] = Note, ["DeclineAgreement.Reason"] = Note,
        ["RejectRelease.Reason"] = Note, ["RecordBuildFailure.Reason"] = Note, ["AttachedDocument.Name"] = 300,
        ["ReportProgress.Text"] = Report, ["ReportIncident.Text"] = Report,
        ["DetermineNoFee.Reason"] = 1_000, ["CancelFee.Reason"] = 1_000, ["RecordRefund.Reason"] = 1_000, ["WaiveFee.Reason"] = 1_000, ["RejectEntry.Reason"] = 1_000,
        ["RecordReversal.Reason"] = 1_000,

        // A field of the form has its own limit, as the form says; no form allows more than this.
        ["EditSection.Text"] = 50_000,

        // What names something.
        ["InstitutionId"] = Reference, ["ParentId"] = Reference, ["CopyOf"] = Reference, ["Section"] = Reference, ["Sections"] = Reference, ["DocumentId"] = Reference,
        ["ContentType"] = Reference, ["Sha256"] = Reference, ["ScanSha256"] = Reference, ["ManifestSha256"] = Reference, ["UserId"] = Reference, ["OfficialId"] = Reference,
        ["DatasetId"] = Reference, ["RequestId"] = Reference, ["QuestionId"] = 100, ["ReviewerId"] = Reference, ["ClauseId"] = Reference, ["PaymentId"] = Reference,
        ["RefundId"] = Reference, ["WaiverId"] = Reference, ["EntryId"] = Reference, ["ReversalId"] = Reference, ["EventId"] = Reference, ["MovementId"] = Reference,
        ["InvoiceNumber"] = Reference, ["BankReference"] = Reference, ["Reference"] = Line, ["Currency"] = Reference, ["Code"] = Reference, ["Key"] = 60, ["Item"] = Reference,
        ["Criterion"] = Reference, ["Category"] = Reference, ["CoAuthors"] = Reference, ["Reviewers"] = Reference, ["Variables"] = Reference, ["Variable"] = Reference,
        ["Values"] = Line, ["Waiver"] = Reference, ["Rule"] = Reference, ["FileName"] = 300, ["Range"] = Reference,
    }.ToFrozenDictionary();

    /// <summary>The limit of a field; null where the table has none: then it is held to that of a name.</summary>
    public static int? Of(Type type, string field) => Table.TryGetValue($"{type.Name}.{field}", out var own) ? own : Table.TryGetValue(field, out var usual) ? usual : null;

    /// <summary>Refuses the first text of a command that is too long, by the name of its field; null: none is.</summary>
    public static Refusal? TooLong(object command) => WrittenTexts.Of(command).Select(TooLong).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? TooLong(WrittenText one) =>
        one.Items > MostItems ? CommandRefusal.TextIsTooLong.Because(FormattableString.Invariant($"{one.Field}: at most {MostItems:N0} entries."))
        : one.Text.Length > (Of(one.Type, one.Name) ?? Reference) ? CommandRefusal.TextIsTooLong.Because(FormattableString.Invariant($"{one.Field}: at most {Of(one.Type, one.Name) ?? Reference:N0} characters."))
        : null;
}
