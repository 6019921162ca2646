namespace Centra.Synthetic;

/// <summary>What a cancer of one organ brings into a record.</summary>
/// <param name="Diagnosis">As SNOMED CT and as ICD-10-CM.</param>
/// <param name="Marker">Tumour marker.</param>
/// <param name="MarkerUnit">Its unit.</param>
/// <param name="Surgery">Operation.</param>
/// <param name="Drugs">Systemic treatment.</param>
/// <param name="OnlyFemale">Whether only women have it here; null for both.</param>
internal sealed record CancerSite(Code[] Diagnosis, Code Marker, string MarkerUnit, Code Surgery, Code[] Drugs, bool? OnlyFemale)
{
    private static readonly Code Paclitaxel = Code.RxNorm("583214", "paclitaxel 100 MG Injection");
    private static readonly Code Cisplatin = Code.RxNorm("1736854", "cisplatin 50 MG Injection");
    private static readonly Code Carboplatin = Code.RxNorm("597195", "10 ML carboplatin 10 MG/ML Injection");

    private static readonly CancerSite Breast = new(
        [Code.Snomed("254837009", "Malignant neoplasm of breast (disorder)"),
         Code.Icd10("C50.911", "Malignant neoplasm of right female breast")],
        Code.Loinc("6875-9", "Cancer Ag 15-3 [Units/volume] in Serum or Plasma"), "U/mL",
        Code.Snomed("392021009", "Lumpectomy of breast (procedure)"),
        [Paclitaxel, Code.RxNorm("1790099", "doxorubicin hydrochloride 2 MG/ML"),
         Code.RxNorm("198240", "tamoxifen 10 MG Oral Tablet")], true);

    private static readonly CancerSite Prostate = new(
        [Code.Snomed("399068003", "Malignant tumor of prostate (disorder)"), Code.Icd10("C61", "Malignant neoplasm of prostate")],
        Code.Loinc("2857-1", "Prostate specific Ag [Mass/volume] in Serum or Plasma"), "ng/mL",
        Code.Snomed("90470006", "Prostatectomy (procedure)"),
        [Code.RxNorm("752899", "0.25 ML leuprolide acetate 30 MG/ML Prefilled Syringe"),
         Code.RxNorm("1726319", "docetaxel 20 MG/ML")], false);

    private static readonly CancerSite Lung = new(
        [Code.Snomed("254637007", "Non-small cell lung cancer (disorder)"),
         Code.Icd10("C34.90", "Malignant neoplasm of unspecified part of bronchus or lung")],
        Code.Loinc("2039-6", "Carcinoembryonic Ag [Mass/volume] in Serum or Plasma"), "ng/mL",
        Code.Snomed("173171007", "Lobectomy of lung (procedure)"), [Cisplatin, Paclitaxel, Carboplatin], null);

    private static readonly CancerSite Colon = new(
        [Code.Snomed("363406005", "Malignant tumor of colon (disorder)"), Code.Icd10("C18.9", "Malignant neoplasm of colon, unspecified")],
        Code.Loinc("2039-6", "Carcinoembryonic Ag [Mass/volume] in Serum or Plasma"), "ng/mL",
        Code.Snomed("23968004", "Colectomy (procedure)"),
        [Code.RxNorm("1736776", "10 ML oxaliplatin 5 MG/ML Injection"), Code.RxNorm("1791736", "leucovorin 50 MG Injection")], null);

    private static readonly CancerSite Ovary = new(
        [Code.Snomed("363443007", "Malignant tumor of ovary (disorder)"), Code.Icd10("C56.9", "Malignant neoplasm of unspecified ovary")],
        Code.Loinc("10334-1", "Cancer Ag 125 [Units/volume] in Serum or Plasma"), "U/mL",
        Code.Snomed("83152002", "Oophorectomy (procedure)"),
        [Paclitaxel, Carboplatin], true);

    private static readonly CancerSite[] All = [Breast, Breast, Prostate, Prostate, Lung, Lung, Colon, Ovary];

    /// <summary>A cancer that this person may have.</summary>
    public static CancerSite For(bool isFemale, Random random)
    {
        var possible = All.Where(site => site.OnlyFemale is null || site.OnlyFemale == isFemale).ToArray();
        return possible[random.Next(possible.Length)];
    }
}
