using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Centra.DeIdentification;

/// <summary>What codes of the public systems look like, so that a name or a number put in a code's place does not pass for one.</summary>
internal static partial class CodeForms
{
    private const string TumorNodeMetastasis =
        @"\A[acry]?[cpry]?(?:T(?:is|X|[0-4][a-d]?(?:mi)?)|N(?:X|[0-3][a-c]?(?:mi)?)|M(?:X|[01][a-c]?))\z";

    private const string StageGroup = @"\A(?:0|0is|I{1,3}[A-C]?[1-3]?|IV[A-C]?|[1-4][A-C]?[1-3]?)\z";

    public delegate bool Form(ReadOnlySpan<char> code);

    private static readonly FrozenDictionary<string, Form> Forms = new Dictionary<string, Form>
    {
        ["snomed"] = CheckDigits.IsSnomedConcept,
        ["loinc"] = code => LoincAnswer().IsMatch(code) || (Loinc().IsMatch(code) && CheckDigits.EndsWithLuhnDigit(code)),
        ["rxnorm"] = code => RxNorm().IsMatch(code),
        ["icd10"] = code => Icd10().IsMatch(code),
        ["icd9"] = code => Icd9().IsMatch(code),
        ["icdo3"] = code => IcdO3().IsMatch(code),
        ["cvx"] = code => Cvx().IsMatch(code),
        ["cpt"] = code => Cpt().IsMatch(code),
        ["hcpcs"] = code => Hcpcs().IsMatch(code),
        ["ndc"] = code => Ndc().IsMatch(code),
        ["atc"] = code => Atc().IsMatch(code),
        ["ncit"] = code => Ncit().IsMatch(code),
        ["hgnc"] = code => Hgnc().IsMatch(code),
        ["ajcc"] = code => Ajcc().IsMatch(code),
        ["twoDigits"] = code => TwoDigits().IsMatch(code),
    }.ToFrozenDictionary();

    public static Form Named(string name) => Forms[name];

    [GeneratedRegex(@"\A[0-9]{1,7}-[0-9]\z")]
    private static partial Regex Loinc();

    [GeneratedRegex(@"\ALA[0-9]{1,6}-[0-9]\z")]
    private static partial Regex LoincAnswer();

    [GeneratedRegex(@"\A[1-9][0-9]{0,6}\z")]
    private static partial Regex RxNorm();

    // With its dot: seven signs without one may as well be a record number.
    [GeneratedRegex(@"\A[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?\z")]
    private static partial Regex Icd10();

    [GeneratedRegex(@"\A(?:(?:[0-9]{3}|V[0-9]{2}|E[0-9]{3})(?:\.[0-9]{1,2})?|[0-9]{2}\.[0-9]{1,2})\z")]
    private static partial Regex Icd9();

    [GeneratedRegex(@"\A(?:C[0-9]{2}(?:\.?[0-9])?|[89][0-9]{3}/[0-9])\z")]
    private static partial Regex IcdO3();

    [GeneratedRegex(@"\A[0-9]{1,3}\z")]
    private static partial Regex Cvx();

    [GeneratedRegex(@"\A[0-9]{4}[0-9AFMTU]\z")]
    private static partial Regex Cpt();

    [GeneratedRegex(@"\A[A-V][0-9]{4}\z")]
    private static partial Regex Hcpcs();

    // Eleven plain digits only where no telephone number with its country code begins so.
    [GeneratedRegex(@"\A(?:[0-9]{4}-[0-9]{4}-[0-9]{2}|[0-9]{5}-[0-9]{3}-[0-9]{2}|[0-9]{5}-[0-9]{4}-[0-9]{1,2}|[05-7][0-9]{10})\z")]
    private static partial Regex Ndc();

    [GeneratedRegex(@"\A[A-V][0-9]{2}(?:[A-Z]{1,2}(?:[0-9]{2})?)?\z")]
    private static partial Regex Atc();

    [GeneratedRegex(@"\AC[0-9]{3,6}\z")]
    private static partial Regex Ncit();

    [GeneratedRegex(@"\AHGNC:[0-9]{1,5}\z")]
    private static partial Regex Hgnc();

    [GeneratedRegex(TumorNodeMetastasis + "|" + StageGroup)]
    private static partial Regex Ajcc();

    [GeneratedRegex(@"\A[0-9]{2}\z")]
    private static partial Regex TwoDigits();
}
