using System.Collections.Immutable;
using System.Text;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Reads a Bundle of DELETE requests (FHIR bulk data export, the `deleted` files: transaction Bundles whose entries delete by type and id).
/// </summary>
internal static class DeletionReader
{
    /// <summary>A deletion of a type that is never taken: there is nothing to delete.</summary>
    private static readonly ResourceKey OfNoConcern = new("", "");

    public static LineCode Read(ReadOnlySpan<byte> line, out ImmutableArray<ResourceKey> deleted)
    {
        var cursor = new JsonCursor(line);
        var keys = ImmutableArray.CreateBuilder<ResourceKey>();
        var isSound = false;
        cursor.EnterObject();
        while (cursor.NextMember())
            if (cursor.Is("type"u8))
                isSound |= cursor.Text() is "transaction" or "batch";
            else if (cursor.Is("entry"u8))
                ReadEntries(ref cursor, keys);
            else
                cursor.Skip();
        deleted = [.. keys.Where(key => key != OfNoConcern)];
        return isSound && !cursor.IsBad && !keys.Contains(default) ? LineCode.None : LineCode.NotADeletion;
    }

    private static void ReadEntries(ref JsonCursor cursor, ImmutableArray<ResourceKey>.Builder keys)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            keys.Add(ReadEntry(ref cursor));
    }

    /// <summary>The default key stands for an entry that is no deletion.</summary>
    private static ResourceKey ReadEntry(ref JsonCursor cursor)
    {
        var key = default(ResourceKey);
        var holdsResource = false;
        if (!cursor.EnterObject())
            return default;
        while (cursor.NextMember())
            if (cursor.Is("request"u8))
                key = ReadRequest(ref cursor);
            else
            {
                holdsResource |= cursor.Is("resource"u8);
                cursor.Skip();
            }

        return holdsResource ? default : key;
    }

    private static ResourceKey ReadRequest(ref JsonCursor cursor)
    {
        var (isDelete, url) = (false, "");
        if (!cursor.EnterObject())
            return default;
        while (cursor.NextMember())
            if (cursor.Is("method"u8))
                isDelete = cursor.Text() == "DELETE";
            else if (cursor.Is("url"u8))
                url = cursor.Text() ?? "";
            else
                cursor.Skip();
        return isDelete ? Key(Encoding.UTF8.GetBytes(url)) : default;
    }

    private static ResourceKey Key(ReadOnlySpan<byte> url)
    {
        var reference = FhirReference.Parse(url);
        if (reference.Target is not (ReferenceTarget.Patient or ReferenceTarget.Literal))
            return default;
        return FhirType.Find(reference.Type) is { } type ? new ResourceKey(type.Name, Encoding.ASCII.GetString(reference.Id)) : OfNoConcern;
    }
}
