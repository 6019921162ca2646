namespace Centra.Cli.Hosting;

/// <summary>A folder that goes away.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("centra-");

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    /// <summary>A folder in it.</summary>
    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <summary>A file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
