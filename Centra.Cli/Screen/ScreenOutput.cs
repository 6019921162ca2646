using System.Globalization;
using System.Text;
using Centra.Cli.Input;

namespace Centra.Cli.Screen;

/// <summary>The permitted lines and the list of those that are held. Under their names only when both are whole.</summary>
internal sealed class ScreenOutput : IAsyncDisposable
{
    private const string Unfinished = ".partial";
    private readonly string _path;
    private readonly FileStream _permitted;
    private readonly FileStream _held;
    private bool _hasHeader;

    private ScreenOutput(string path) => (_path, _permitted, _held) = (path, New(path), New(HeldOf(path)));

    /// <summary>Bytes permitted so far.</summary>
    public long Written => _permitted.Position;

    /// <summary>Begins to write beside the names.</summary>
    public static ScreenOutput Open(string path, InputFile read)
    {
        var input = Path.GetFullPath(read.Path);
        if (new[] { path, HeldOf(path) }.Any(output => Path.GetFullPath(output) == input))
            throw new CommandFailedException("--out is the file that is read; name another.");
        if (Directory.Exists(path))
            throw new CommandFailedException($"{path} is a folder; --out takes a file.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new CommandFailedException($"There is no folder for {path}.");
        return new ScreenOutput(path);
    }

    /// <summary>The header of a CSV file, once.</summary>
    public void Header(ReadOnlySpan<byte> header)
    {
        if (!_hasHeader)
            _permitted.Write(header);
        _hasHeader = true;
    }

    public void Permit(ReadOnlySpan<byte> line) => _permitted.Write(line);

    public void Hold(long line, string code) => _held.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line} {code}\n")));

    /// <summary>Both are whole: gives them their names, the permitted lines last.</summary>
    public async Task FinishAsync()
    {
        await DisposeFilesAsync();
        File.Delete(_path);
        File.Move(HeldOf(_path) + Unfinished, HeldOf(_path), overwrite: true);
        File.Move(_path + Unfinished, _path);
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeFilesAsync();
        File.Delete(_path + Unfinished);
        File.Delete(HeldOf(_path) + Unfinished);
    }

    private async Task DisposeFilesAsync()
    {
        await _permitted.DisposeAsync();
        await _held.DisposeAsync();
    }

    private static string HeldOf(string path) => path + ".held";

    private static FileStream New(string path) => new(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 17);
}
