using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Centra.Api.Attachments;

/// <summary>A document in a request's body, read as it comes: the first file of a multipart body, or the body itself with its name in a header.</summary>
internal sealed record UploadedDocument(string Name, Stream Content)
{
    private const int LongestName = 500;
    private const string NameHeader = "X-File-Name";

    /// <summary>Finds it; null where there is none, or it has no name.</summary>
    public static async Task<UploadedDocument?> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return Named(Uri.UnescapeDataString(request.Headers[NameHeader].ToString()), request.Body);
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            return null;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
                return Named((disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString(), section.Body);
        return null;
    }

    /// <summary>A file with this name; null where that is none.</summary>
    public static UploadedDocument? Named(string name, Stream content) => name.Trim().Length is > 0 and <= LongestName ? new UploadedDocument(name, content) : null;
}
