namespace Centra.Synthetic;

/// <summary>A laboratory value or a measurement, with the range that it is drawn from.</summary>
internal sealed record Measurement(Code Code, string Unit, double Low, double High)
{
    public static Measurement[] Routine { get; } =
    [
        new(Code.Loinc("718-7", "Hemoglobin [Mass/volume] in Blood"), "g/dL", 7, 17),
        new(Code.Loinc("6690-2", "Leukocytes [#/volume] in Blood by Automated count"), "10*3/uL", 1, 14),
        new(Code.Loinc("751-8", "Neutrophils [#/volume] in Blood by Automated count"), "10*3/uL", 0.3, 9),
        new(Code.Loinc("777-3", "Platelets [#/volume] in Blood by Automated count"), "10*3/uL", 40, 450),
        new(Code.Loinc("2160-0", "Creatinine [Mass/volume] in Serum or Plasma"), "mg/dL", 0.5, 2.5),
        new(Code.Loinc("29463-7", "Body weight"), "kg", 42, 130),
        new(Code.Loinc("89247-1", "ECOG Performance Status score"), "{score}", 0, 4),
    ];

    /// <summary>Stage group, T, N and M, each with its possible answers.</summary>
    public static (Code Code, Code[] Answers)[] Staging { get; } =
    [
        (Code.Loinc("21908-9", "Stage group.clinical Cancer"), Answers("I", "II", "IIIA", "IIIB", "IV")),
        (Code.Loinc("21905-5", "Primary tumor.clinical [Class] Cancer"), Answers("cT1", "cT2", "cT3", "cT4")),
        (Code.Loinc("21906-3", "Regional lymph nodes.clinical [Class] Cancer"), Answers("cN0", "cN1", "cN2")),
        (Code.Loinc("21907-1", "Distant metastases.clinical [Class] Cancer"), Answers("cM0", "cM1")),
    ];

    private static Code[] Answers(params string[] answers) =>
        [.. answers.Select(answer => new Code("http://cancerstaging.org", answer, "Stage " + answer))];
}
