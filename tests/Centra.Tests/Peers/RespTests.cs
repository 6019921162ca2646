using Centra.Bench.Gate.Peers;

namespace Centra.Peers;

/// <summary>The client with which lookups are compared with Redis: if it misread an answer, the comparison would say nothing.</summary>
public sealed class RespTests : IDisposable
{
    private const string Replies = "*3\r\n:1\r\n:0\r\n:1\r\n:1234567\r\n+OK\r\n*0\r\n*2\r\n:0\r\n:0\r\n:-5\r\n";

    private readonly RespPeer _peer = new();
    private readonly RespReader _reader;

    public RespTests() => _reader = new RespReader(_peer.Stream);

    public static TheoryData<int> Lengths => [1, 2, 3, 5, 7, 11, Replies.Length];

    public void Dispose() => _peer.Dispose();

    [Theory, MemberData(nameof(Lengths))]
    public async Task Replies_InPiecesOfAnyLength_AreReadOneBehindTheOther(int length)
    {
        var reading = Task.Run(ReadAll);

        _peer.Say(Replies.Chunk(length).Select(piece => new string(piece)));

        (await reading).ShouldBe([2, 1_234_567, 0, 0, -5]);
    }

    [Fact]
    public async Task Replies_CutInTwoAnywhere_AreReadOneBehindTheOther()
    {
        for (var cut = 1; cut < Replies.Length; cut++)
        {
            var reading = Task.Run(ReadAll);

            _peer.Say(Replies[..cut], Replies[cut..]);

            (await reading).ShouldBe([2, 1_234_567, 0, 0, -5], $"cut at {cut}");
        }
    }

    [Fact]
    public async Task Replies_ManyTimesTheBuffer_AreCounted()
    {
        const int Times = 40_000;
        var reading = Task.Run(() => Enumerable.Range(0, Times).Sum(_ => _reader.ReadFlags()));

        _peer.Say(Enumerable.Repeat(string.Concat(Enumerable.Repeat("*3\r\n:1\r\n:0\r\n:1\r\n", Times / 100)), 100));

        (await reading).ShouldBe(Times * 2);
    }

    [Theory]
    [InlineData("-ERR wrong number of arguments for 'smismember' command\r\n", "wrong number of arguments")]
    [InlineData("-WRONGTYPE Operation against a key holding the wrong kind of value\r\n", "WRONGTYPE")]
    [InlineData("*-1\r\n", "nil")]
    [InlineData("$-1\r\n", "$-1")]
    [InlineData("*2\r\n$-1\r\n:1\r\n", "$-1")]
    [InlineData("*2\r\n:1\r\n-ERR in the midst\r\n", "in the midst")]
    [InlineData(":2\r\n:1\r\n", ":2")]
    [InlineData("*two\r\n", "no number")]
    [InlineData("*1\r\n:1x\r\n", "no number")]
    [InlineData("\r\n", "answered")]
    public void Flags_OfAnythingElse_IsAnErrorThatSaysWhat(string reply, string said)
    {
        _peer.Leave(reply);

        Should.Throw<InvalidDataException>(() => _reader.ReadFlags()).Message.ShouldContain(said);
    }

    [Fact]
    public void Reply_AfterAnError_IsReadAsWhatItIs()
    {
        _peer.Leave("-LOADING\r\n*2\r\n:1\r\n:1\r\n");

        Should.Throw<InvalidDataException>(() => _reader.ReadFlags());
        _reader.ReadFlags().ShouldBe(2);
    }

    [Fact]
    public void Reply_ThatTheServerDoesNotEnd_IsAnError()
    {
        _peer.Leave("*2\r\n:1\r\n:");
        _peer.HangUp();

        Should.Throw<EndOfStreamException>(() => _reader.ReadFlags());
    }

    [Fact]
    public async Task Line_ThatFillsTheBuffer_IsAnErrorAndNoEndOfTheStream()
    {
        var reading = Task.Run(() => Should.Throw<InvalidDataException>(() => _reader.ReadInteger()));

        _peer.Say(new string(':', 1 << 16));

        (await reading).Message.ShouldContain("without end");
    }

    [Fact]
    public async Task Commands_WithBinaryMembers_AreWrittenWithTheirLengths()
    {
        var members = Enumerable.Range(0, 2 * Key128.Size).Select(at => (byte)(at * 9)).ToArray();
        var writer = new RespWriter();
        writer.Command("PING");
        writer.Command("SMISMEMBER", "register", members);
        byte[] expected = [.. "*1\r\n$4\r\nPING\r\n*4\r\n$10\r\nSMISMEMBER\r\n$8\r\nregister\r\n$16\r\n"u8, .. members[..16], .. "\r\n$16\r\n"u8, .. members[16..], .. "\r\n"u8];

        await _peer.Stream.WriteAsync(writer.Written, TestContext.Current.CancellationToken);

        _peer.Hear(expected.Length).ShouldBe(expected);
        writer.Clear();
        writer.Written.Length.ShouldBe(0);
    }

    private List<long> ReadAll()
    {
        List<long> read = [_reader.ReadFlags(), _reader.ReadInteger()];
        _reader.ReadStatus();
        read.AddRange([_reader.ReadFlags(), _reader.ReadFlags(), _reader.ReadInteger()]);
        return read;
    }
}
