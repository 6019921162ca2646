namespace Centra.Testing;

/// <summary>A new folder that is deleted with everything in it.</summary>
public sealed class TempFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Among other temporary files.</summary>
    public TempFolder() => Path = Directory.CreateTempSubdirectory("centra-").FullName;

    private TempFolder(string path) => Path = Directory.CreateDirectory(path).FullName;

    /// <summary>In memory, where a machine has so much to spare: for tests that have no interest in a disk. Otherwise as others.</summary>
    /// <param name="bytes">How much it will hold at the most.</param>
    public static TempFolder InMemory(long bytes) => Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > 2 * bytes
        ? new TempFolder(System.IO.Path.Combine(Memory, $"centra-{System.IO.Path.GetRandomFileName()}"))
        : new TempFolder();

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
