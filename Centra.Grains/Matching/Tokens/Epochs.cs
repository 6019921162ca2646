namespace Centra.Matching;

/// <summary>Carries tokens of epoch 1 into the active epochs.</summary>
internal static class Epochs
{
    /// <summary>Writes the tokens of every active epoch, epoch by epoch; answers how many.</summary>
    public static int Write(ReadOnlySpan<UInt128> codes, MatchKeys keys, Span<Token> destination)
    {
        Span<Token> now = stackalloc Token[codes.Length];
        for (var i = 0; i < codes.Length; i++)
            now[i] = new Token(codes[i]);
        var written = 0;
        for (var epoch = 1; epoch <= keys.ActiveEpochs[^1]; epoch++)
        {
            if (epoch > 1)
                Advance(now, keys.Epoch(epoch));
            if (epoch < keys.ActiveEpochs[0])
                continue;
            now.CopyTo(destination[written..]);
            written += now.Length;
        }

        return written;
    }

    /// <summary>Puts in the place of each token that of the next epoch.</summary>
    public static void Advance(Span<Token> tokens, HmacLanes epochKey)
    {
        Span<byte> blocks = stackalloc byte[Sha256Lanes.Lanes * Sha256Lanes.BlockBytes];
        Span<UInt128> codes = stackalloc UInt128[Sha256Lanes.Lanes];
        while (tokens.Length > 0)
        {
            var some = tokens[..Math.Min(tokens.Length, Sha256Lanes.Lanes)];
            Fill(some, blocks);
            epochKey.Compute(blocks[..(some.Length * Sha256Lanes.BlockBytes)], codes[..some.Length]);
            for (var i = 0; i < some.Length; i++)
                some[i] = new Token(codes[i]);
            tokens = tokens[some.Length..];
        }
    }

    private static void Fill(ReadOnlySpan<Token> tokens, Span<byte> blocks)
    {
        blocks.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            var block = blocks.Slice(i * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
            tokens[i].WriteTo(block);
            HmacLanes.Finish(block, Token.Size);
        }
    }
}
