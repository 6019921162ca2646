using System.Buffers.Binary;

namespace Centra.Matching;

/// <summary>
/// Lays out what is hashed into tokens: rule id, number of fields, then sixteen bytes a field. The length follows from the rule, so no two
/// combinations read the same.
/// </summary>
internal ref struct RuleMessages(Span<byte> blocks, ReadOnlySpan<UInt128> hashes)
{
    private const int HashBytes = 16;
    private const int Header = 2;

    private readonly Span<byte> blocks = blocks;
    private readonly ReadOnlySpan<UInt128> hashes = hashes;

    public int Count { get; private set; }

    /// <summary>Adds the rule's messages: none where a field is missing, more than one where it takes several values.</summary>
    public void Add(BlockingRule rule, IdentityFields fields)
    {
        if (rule.Fields[0] == FieldKind.PatientId)
            AddPatientIds(rule, fields);
        else if (AreThere(rule, fields))
            AddNames(rule, fields);
    }

    private static bool AreThere(BlockingRule rule, IdentityFields fields)
    {
        foreach (var kind in rule.Fields)
        {
            if (fields.Of(kind) < 0)
                return false;
        }

        return true;
    }

    private void AddPatientIds(BlockingRule rule, IdentityFields fields)
    {
        for (var i = 0; i < fields.PatientIdCount; i++)
            Write(rule, [hashes[fields.PatientId(i)]]);
    }

    private void AddNames(BlockingRule rule, IdentityFields fields)
    {
        var first = hashes[fields.Of(rule.Fields[0])];
        var second = rule.Fields.Length > 1 ? hashes[fields.Of(rule.Fields[1])] : default;
        ReadOnlySpan<UInt128> others = rule.Fields.Length > 1 ? [first, second] : [first];
        if (rule.Names == RuleNames.None)
            Write(rule, others);
        else if (rule.Names == RuleNames.Any)
            AddEach(rule, fields, others);
        else
            AddPairs(rule, fields, first);
    }

    private void AddEach(BlockingRule rule, IdentityFields fields, scoped ReadOnlySpan<UInt128> others)
    {
        for (var i = 0; i < fields.NameCount; i++)
            Write(rule, [hashes[fields.Name(i)], .. others]);
    }

    /// <summary>The lesser hash first: the same whichever name was written as the given one.</summary>
    private void AddPairs(BlockingRule rule, IdentityFields fields, UInt128 other)
    {
        for (var given = 0; given < fields.GivenCount; given++)
        {
            for (var family = fields.GivenCount; family < fields.NameCount; family++)
            {
                var (a, b) = (hashes[fields.Name(given)], hashes[fields.Name(family)]);
                Write(rule, a < b ? [a, b, other] : [b, a, other]);
            }
        }
    }

    private void Write(BlockingRule rule, scoped ReadOnlySpan<UInt128> values)
    {
        var block = blocks.Slice(Count++ * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
        block.Clear();
        block[0] = rule.Id;
        block[1] = (byte)values.Length;
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt128BigEndian(block[(Header + i * HashBytes)..], values[i]);
        HmacLanes.Finish(block, Header + values.Length * HashBytes);
    }
}
