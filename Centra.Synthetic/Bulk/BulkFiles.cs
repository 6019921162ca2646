using System.Text.Json;

namespace Centra.Synthetic;

/// <summary>The files of an export, one for each resource type, opened when the first line comes.</summary>
internal sealed class BulkFiles(string folder) : IDisposable
{
    private readonly SortedDictionary<string, (FileStream File, Utf8JsonWriter Json)> files = new(StringComparer.Ordinal);

    public long Lines { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Writes one resource as one line.</summary>
    public void Write(string type, string id, Action<ResourceWriter> members, int leastBytes = 0)
    {
        var (file, json) = Open(type);
        var writer = new ResourceWriter(json);
        json.WriteStartObject();
        json.WriteString("resourceType", type);
        json.WriteString("id", id);
        members(writer);
        if (leastBytes > 0)
            writer.Narrative(leastBytes);
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        file.WriteByte((byte)'\n');
        Lines++;
    }

    /// <summary>Counts the bytes when everything is written.</summary>
    public void Finish()
    {
        foreach (var (file, _) in files.Values)
        {
            file.Flush();
            Bytes += file.Length;
        }
    }

    public void Dispose()
    {
        foreach (var (file, json) in files.Values)
        {
            json.Dispose();
            file.Dispose();
        }
    }

    private (FileStream File, Utf8JsonWriter Json) Open(string type)
    {
        if (files.TryGetValue(type, out var open))
            return open;
        var path = Path.Combine(folder, type + ".000.ndjson");
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 128 * 1024);
        return files[type] = (file, new Utf8JsonWriter(file));
    }
}
