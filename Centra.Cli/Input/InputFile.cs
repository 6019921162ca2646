using System.IO.Compression;

namespace Centra.Cli.Input;

/// <summary>What the lines of a file are.</summary>
internal enum InputFormat
{
    /// <summary>A JSON object a line.</summary>
    Ndjson = 1,

    /// <summary>A header, then a row a line.</summary>
    Csv = 2,
}

/// <summary>A file to be read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">How it is called in reports: relative to the folder that was given.</param>
/// <param name="Format">What its lines are.</param>
/// <param name="IsZipped">Whether it is gzip.</param>
internal sealed record InputFile(string Path, string Name, InputFormat Format, bool IsZipped)
{
    private const int BufferSize = 1 << 17;

    /// <summary>Length as stored.</summary>
    public long Length => new FileInfo(Path).Length;

    /// <summary>Opens the file as stored.</summary>
    public FileStream OpenStored() =>
        new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferSize, FileOptions.SequentialScan | FileOptions.Asynchronous);

    /// <summary>The lines of an opened file, unzipped. An empty file is empty even where its name says gzip.</summary>
    public Stream Unzip(FileStream stored) => IsZipped && stored.Length > 0 ? new GZipStream(stored, CompressionMode.Decompress) : stored;

    /// <summary>Fails where the name says gzip and the first bytes do not.</summary>
    public void CheckBeginning()
    {
        using var stored = OpenStored();
        if (IsZipped && stored.Length > 0 && (stored.ReadByte(), stored.ReadByte()) != (0x1F, 0x8B))
            throw IsNoGzip();
    }

    /// <summary>What is said when it cannot be unzipped.</summary>
    public CommandFailedException IsNoGzip() => new($"{Name} is no gzip file, or it is cut short.");
}
