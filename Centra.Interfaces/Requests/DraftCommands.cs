using System.Collections.Immutable;
using Orleans;
using static Centra.Requests.DataRequestRefusal;

namespace Centra.Requests;

/// <summary>A new draft; who sends it is its applicant and, until that is changed, principal investigator.</summary>
/// <param name="Title">1 to 300 characters.</param>
/// <param name="InstitutionId">The applicant's institution, a ROR id.</param>
/// <param name="Name">The applicant's name, as it is to stand in the agreement.</param>
/// <param name="Kind">A request of its own, or the amendment or renewal of another.</param>
/// <param name="ParentId">That other; null for a request of its own.</param>
/// <param name="CopyOf">A request of the same applicant whose content is taken over; null: empty.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.create")]
[RefusedWith(TitleIsWrong, InstitutionIsUnknown, ParentDoesNotAllowThis, RequestExistsAlready)]
public sealed record CreateDraft(
    [property: Id(0)] string Title, [property: Id(1)] string InstitutionId, [property: Id(2)] string Name, [property: Id(3)] RequestKind Kind = RequestKind.Original,
    [property: Id(4)] string? ParentId = null, [property: Id(5)] string? CopyOf = null) : RequestCommand;

/// <summary>Saves one section of the form. In later stages only a section that an open question names.</summary>
/// <param name="Section">Its key in the form.</param>
/// <param name="Text">What the applicant wrote; never shown but as text.</param>
/// <param name="Revision">The section's revision that was read; 0 for the first. Another one now is refused.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.edit")]
[RefusedWith(SectionIsUnknown, SectionIsTooLong, SectionWasChangedMeanwhile, SectionIsNotAskedAbout)]
public sealed record EditSection([property: Id(0)] string Section, [property: Id(1)] string Text, [property: Id(2)] int Revision) : RequestCommand, IRoutine;

/// <summary>Adds a document that was uploaded.</summary>
/// <param name="Document">The document, by the hash of its content.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.attach")]
[RefusedWith(DocumentNotFound, TooManyDocuments, SectionIsNotAskedAbout)]
public sealed record Attach([property: Id(0)] AttachedDocument Document) : RequestCommand;

/// <summary>Takes a document out of the draft.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.detach")]
[RefusedWith(DocumentNotFound)]
public sealed record Detach([property: Id(0)] string DocumentId) : RequestCommand;

/// <summary>A document of a request.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Name">Its file name, as text.</param>
/// <param name="ContentType">By its content, not by its name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of its content, 64 hex digits.</param>
/// <param name="IsForm">Whether it is the filled form, in place of sections.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.document")]
public sealed record AttachedDocument(
    [property: Id(0)] string DocumentId, [property: Id(1)] string Name, [property: Id(2)] string ContentType, [property: Id(3)] long Size,
    [property: Id(4)] string Sha256, [property: Id(5)] bool IsForm);

/// <summary>Somebody joins the team.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Name">Their name in the agreement.</param>
/// <param name="InstitutionId">Their institution, a ROR id.</param>
/// <param name="Part">Delegate or Member.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.add-member")]
[RefusedWith(PartIsWrong, UserIsUnknown, InstitutionIsUnknown, MemberIsOnTheTeamAlready)]
public sealed record AddTeamMember(
    [property: Id(0)] string UserId, [property: Id(1)] string Name, [property: Id(2)] string InstitutionId, [property: Id(3)] TeamPart Part) : RequestCommand;

/// <summary>Somebody leaves the team; their reading ends at once.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.remove-member")]
[RefusedWith(MemberNotFound, PrincipalInvestigatorIsNeeded)]
public sealed record RemoveTeamMember([property: Id(0)] string UserId) : RequestCommand;

/// <summary>Another member is the principal investigator.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.change-pi")]
[RefusedWith(MemberNotFound)]
public sealed record ChangePrincipalInvestigator([property: Id(0)] string UserId) : RequestCommand;

/// <summary>Asks for a dataset; again: for other variables of it.</summary>
/// <param name="DatasetId">Which.</param>
/// <param name="Variables">Names from its dictionary.</param>
/// <param name="Cohort">Who or what is wanted of it, in words.</param>
/// <param name="FromYear">First year; null: from the beginning.</param>
/// <param name="ToYear">Last year; null: to the end.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.add-dataset")]
[RefusedWith(
    DatasetNotFound, DatasetHasItsOwnProcess, DatasetIsComing, DatasetIsRetired, DatasetCannotBeRequested, YearsAreWrong, VariableIsUnknown,
    DatasetsHaveDifferentCommittees)]
public sealed record AddDataset(
    [property: Id(0)] string DatasetId, [property: Id(1)] ImmutableArray<string> Variables, [property: Id(2)] string Cohort,
    [property: Id(3)] int? FromYear, [property: Id(4)] int? ToYear) : RequestCommand;

/// <summary>Asks no more for a dataset.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.remove-dataset")]
[RefusedWith(DatasetNotFound)]
public sealed record RemoveDataset([property: Id(0)] string DatasetId) : RequestCommand;

/// <summary>Co-authors and funders, so that no reviewer with a conflict is assigned.</summary>
/// <param name="CoAuthors">User ids of people of the society's committees with whom the team has published.</param>
/// <param name="Funders">Who pays for the research.</param>
/// <param name="Category">The requester category of the price book.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.interests")]
[RefusedWith(CategoryIsUnknown)]
public sealed record DeclareInterests(
    [property: Id(0)] ImmutableArray<string> CoAuthors, [property: Id(1)] ImmutableArray<string> Funders, [property: Id(2)] string Category) : RequestCommand;

/// <summary>Hands the application in; the versions of all rules are pinned.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.submit")]
[RefusedWith(
    PrincipalInvestigatorIsNeeded, DatasetIsMissing, DatasetNotFound, DatasetHasItsOwnProcess, DatasetIsComing, DatasetIsRetired, DatasetCannotBeRequested,
    VariableIsMissing, CategoryIsUnknown, SectionIsMissing, FactsAreMissing)]
public sealed record Submit : RequestCommand;
