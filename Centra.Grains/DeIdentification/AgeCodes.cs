namespace Centra.DeIdentification;

/// <summary>Codes that say: the value is somebody's age. Source: LOINC, SNOMED CT.</summary>
internal static class AgeCodes
{
    public static bool Has(ReadOnlySpan<byte> code)
    {
        foreach (var known in Known)
            if (code.SequenceEqual(known))
                return true;
        return false;
    }

    private static readonly byte[][] Known =
    [
        [.. "30525-0"u8], // age
        [.. "21611-9"u8], // age, estimated
        [.. "21612-7"u8], // age, reported
        [.. "29553-5"u8], // age, calculated
        [.. "63900-5"u8], // current age or age at death
        [.. "39016-1"u8], // age at death
        [.. "35659-2"u8], // age at specimen collection
        [.. "397669002"u8], // age
        [.. "424144002"u8], // current chronological age
        [.. "445518008"u8], // age at onset of clinical finding
    ];
}
