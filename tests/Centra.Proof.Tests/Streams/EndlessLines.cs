using System.Globalization;
using System.Net;
using System.Text;

namespace Centra.Proof.Streams;

/// <summary>Lines made up as they are asked for, until so many bytes are there; nowhere in memory together.</summary>
internal sealed class EndlessLines(long bytes, Func<long, string> line)
{
    private const int Piece = 1 << 16;

    /// <summary>How many lines were given.</summary>
    public long Given { get; private set; }

    /// <summary>The lines, in pieces of whole lines.</summary>
    public IEnumerable<byte[]> Pieces()
    {
        var piece = new StringBuilder();
        for (var given = 0L; given < bytes; given += piece.Length)
        {
            piece.Clear();
            while (piece.Length < Piece)
                piece.Append(line(Given++)).Append('\n');
            yield return Encoding.UTF8.GetBytes(piece.ToString());
        }
    }

    /// <summary>An identity, another one for each number.</summary>
    public static string Identity(long at) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"given":["{{Name("Gi", at)}}","Maria"],"family":"{{Name("Fa", at * 7)}}","birthDate":"{{1921 + at * 13 % 70}}-{{1 + at % 12:d2}}-{{1 + at * 5 % 28:d2}}","sex":"female","postalCode":"{{10_000 + at * 173 % 90_000}}","addressLine":"{{100 + at % 9_000}} Elm Road","phone":"{{201 + at % 700}}555{{at % 10_000:d4}}","patientIds":["r-{{at}}"]}""");

    // Base fourteen in syllables, so that no two of a hundred million are alike.
    private static string Name(string start, long at)
    {
        var name = new StringBuilder(start);
        for (var left = at % 100_000_000; left > 0; left /= 14)
            name.Append("bdfgklmnprstvz"[(int)(left % 14)]).Append('a');
        return name.ToString();
    }
}

/// <summary>Such lines as the body of a request.</summary>
internal sealed class EndlessContent(EndlessLines lines) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in lines.Pieces())
            await stream.WriteAsync(piece);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
