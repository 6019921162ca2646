using System.Collections.Immutable;

namespace Centra.Agreements;

/// <summary>An agreement as it is read: numbered sections of numbered clauses, then exhibits. What text, pages and comparisons are made of.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Version">Which version.</param>
/// <param name="IssuedOn">Day in the society's zone.</param>
/// <param name="Sections">In order.</param>
public sealed record AgreementDocument(string Title, string RequestId, int Version, DateOnly IssuedOn, ImmutableArray<AgreementSection> Sections)
{
    /// <summary>All clauses in order.</summary>
    internal IEnumerable<IssuedClause> Clauses => Sections.SelectMany(section => section.Clauses);
}

/// <summary>A section or an exhibit.</summary>
/// <param name="Number">For example <c>3</c> or <c>Exhibit A</c>; empty for what comes before the first heading.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Clauses">In order.</param>
public sealed record AgreementSection(string Number, string Heading, ImmutableArray<IssuedClause> Clauses);

/// <summary>A clause as it was issued: one line of plain text.</summary>
/// <param name="Id">What comments refer to it by; unique in the document.</param>
/// <param name="Number">For example <c>3.2</c>, <c>(a)</c> or <c>A.1</c>.</param>
/// <param name="Heading">Its own heading, or empty.</param>
/// <param name="Text">The text.</param>
/// <param name="Level">0, or 1 below the clause before it.</param>
public sealed record IssuedClause(string Id, string Number, string Heading, string Text, int Level);
