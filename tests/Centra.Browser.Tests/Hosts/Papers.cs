using System.Text;

namespace Centra.Browsing.Hosts;

/// <summary>Documents that somebody sends in.</summary>
internal static class Papers
{
    /// <summary>A small PDF.</summary>
    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
}
