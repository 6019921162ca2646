using System.Security.Cryptography;
using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

public class HmacLanesTests
{
    [Fact]
    public void Compute_AnyMessages_IsThePlatformsHmac()
    {
        var dice = new Dice(5);
        for (var i = 0; i < 300; i++)
        {
            var key = Bytes(32, ref dice);
            var messages = new byte[dice.Between(1, 20)][];
            for (var n = 0; n < messages.Length; n++)
                messages[n] = Bytes(dice.Between(0, HmacLanes.LongestMessage), ref dice);
            Lanes(key, messages).ShouldBe(messages.Select(message => Platform(key, message)));
        }
    }

    [Fact]
    public void Add_LongValue_IsHashedFirstAndMarked()
    {
        var dice = new Dice(6);
        var (key, value) = (Bytes(32, ref dice), Bytes(200, ref dice));
        var batch = new MacBatch(new byte[Sha256Lanes.BlockBytes]);
        batch.Add(7, value);
        var codes = new UInt128[1];
        batch.Compute(new HmacLanes(key), codes);

        codes[0].ShouldBe(Platform(key, [0x87, .. SHA256.HashData(value)]));
    }

    private static UInt128[] Lanes(byte[] key, byte[][] messages)
    {
        var blocks = new byte[messages.Length * Sha256Lanes.BlockBytes];
        for (var i = 0; i < messages.Length; i++)
        {
            var block = blocks.AsSpan(i * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
            messages[i].CopyTo(block);
            HmacLanes.Finish(block, messages[i].Length);
        }

        var codes = new UInt128[messages.Length];
        new HmacLanes(key).Compute(blocks, codes);
        return codes;
    }

    private static UInt128 Platform(byte[] key, byte[] message) => Token.Read(HMACSHA256.HashData(key, message)).Value;

    private static byte[] Bytes(int count, ref Dice dice)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)dice.Below(256);
        return bytes;
    }
}
