using System.Globalization;
using Centra.Printing;

namespace Centra.Agreements;

/// <summary>An agreement as pages (PDF). The same document gives the same bytes.</summary>
internal static class AgreementPages
{
    public static byte[] Write(AgreementDocument document, string textSha256)
    {
        var pages = new PageFlow();
        pages.Title(document.Title);
        pages.Note(AgreementPlainText.Edition(document));
        foreach (var section in document.Sections)
        {
            if (section.Heading.Length + section.Number.Length > 0)
                pages.Heading(AgreementPlainText.HeadingOf(section));
            foreach (var clause in section.Clauses)
                Put(pages, clause);
        }
        return pages.ToPdf(
            new PdfInfo(document.Title, document.IssuedOn, textSha256),
            (page, of) => [string.Create(CultureInfo.InvariantCulture, $"{AgreementPlainText.Edition(document)}   |   Page {page} of {of}"), $"SHA-256 of the text: {textSha256}"]);
    }

    private static void Put(PageFlow pages, IssuedClause clause)
    {
        if (clause is { Number: "", Text: AgreementExhibits.Blank })
            pages.Line(clause.Heading);
        else
            pages.Paragraph(clause.Number, AgreementPlainText.HeadOf(clause), clause.Text, clause.Level);
    }
}
