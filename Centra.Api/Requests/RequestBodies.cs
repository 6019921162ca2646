using System.Collections.Immutable;

namespace Centra.Api.Requests;

/// <summary>A section as the applicant wrote it.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Revision">The revision that was read; 0 for the first.</param>
internal sealed record SectionText(string? Text, int Revision);

/// <summary>What is wanted of a dataset.</summary>
internal sealed record DatasetWish(ImmutableArray<string> Variables, string? Cohort, int? FromYear, int? ToYear);

/// <summary>An answer.</summary>
internal sealed record AnswerText(string? Text);

/// <summary>A question.</summary>
/// <param name="Text">The question.</param>
/// <param name="Sections">Sections of the form that may be changed with the answer.</param>
internal sealed record QuestionText(string? Text, ImmutableArray<string> Sections);

/// <summary>A reason.</summary>
internal sealed record ReasonText(string? Reason);

/// <summary>A signature. Who signs has to say again who they are.</summary>
/// <param name="FullName">Name as it is to stand under the agreement.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Meaning">What the signature means, in the signer's words; null: that the institution, or the society, is bound.</param>
/// <param name="Sha256">SHA-256 of the document that was shown.</param>
/// <param name="Password">The signer's password.</param>
/// <param name="Totp">Their second factor's code, where one is set.</param>
internal sealed record SignatureBody(string? FullName, string? Capacity, string? Meaning, string? Sha256, string? Password, string? Totp)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(SignatureBody);
}

/// <summary>A document that the caller has uploaded.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="IsForm">Whether it is the filled form, in place of sections.</param>
internal sealed record UploadedId(string? DocumentId, bool IsForm);
