using System.Text;
using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Agreements;

/// <summary>Writes the documents of a version: its clauses, its text, its pages.</summary>
public sealed class AgreementDrafting(IGrainFactory grains, IFileStore files)
{
    /// <summary>Renders the content with the template that it names, and keeps the three files.</summary>
    public async Task<Result<AgreementDraft>> WriteAsync(AgreementContent content, int version, DateOnly issuedOn)
    {
        var template = await grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.AgreementTemplate}").Version(content.TemplateVersion);
        if (template.IsRefused)
            return AgreementRefusal.TemplateNotFound;
        var document = AgreementText.Render(RulesReader.Read<AgreementTemplate>(template.Value), content, version, issuedOn);
        return document.IsRefused ? document.Refusal : await KeepAsync(document.Value);
    }

    private async Task<Result<AgreementDraft>> KeepAsync(AgreementDocument document)
    {
        var source = await files.PutAsync(AgreementSource.Write(document));
        var text = await files.PutAsync(Encoding.UTF8.GetBytes(AgreementPlainText.Write(document)));
        var pages = await files.PutAsync(AgreementPages.Write(document, text));
        return new AgreementDraft(pages, text, source, [.. document.Clauses.Select(clause => clause.Id)]);
    }
}

/// <summary>The documents of a version, by their hashes.</summary>
/// <param name="Sha256">The PDF.</param>
/// <param name="TextSha256">The text.</param>
/// <param name="SourceSha256">The clauses.</param>
/// <param name="ClauseIds">What comments may be on.</param>
public sealed record AgreementDraft(string Sha256, string TextSha256, string SourceSha256, string[] ClauseIds);
