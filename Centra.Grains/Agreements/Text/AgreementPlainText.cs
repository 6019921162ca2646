using System.Globalization;
using System.Text;

namespace Centra.Agreements;

/// <summary>An agreement as plain text: UTF-8, lines end with LF. What the hash at the foot of each page is of.</summary>
internal static class AgreementPlainText
{
    public static string Write(AgreementDocument document)
    {
        var text = new StringBuilder();
        text.Append(document.Title).Append('\n').Append(Edition(document)).Append('\n');
        foreach (var section in document.Sections)
        {
            text.Append('\n').Append(HeadingOf(section)).Append('\n');
            foreach (var clause in section.Clauses)
                text.Append('\n').Append(clause.Level == 0 ? "" : "    ").Append(LineOf(clause)).Append('\n');
        }
        return text.ToString();
    }

    public static string Edition(AgreementDocument document) =>
        string.Create(CultureInfo.InvariantCulture, $"Request {document.RequestId}, version {document.Version}, issued {document.IssuedOn:yyyy-MM-dd}");

    public static string HeadingOf(AgreementSection section) => string.Join(". ", new[] { section.Number, section.Heading }.Where(part => part.Length > 0));

    public static string LineOf(IssuedClause clause) => string.Join(' ', new[] { clause.Number, HeadOf(clause), clause.Text }.Where(part => part.Length > 0));

    public static string HeadOf(IssuedClause clause) => clause.Heading.Length == 0 ? "" : clause.Text.Length == 0 ? clause.Heading : $"{clause.Heading.TrimEnd('.', ':')}:";
}
