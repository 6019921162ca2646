using Centra.Synthetic;

namespace Centra.Cli.Tests.Hosts;

/// <summary>Input of patients who do not exist.</summary>
internal static class Samples
{
    /// <summary>A bulk export in a folder; returns how many lines it has.</summary>
    public static long Export(string folder, int patients, int records = 40, int seed = 7)
    {
        var people = new PeopleGenerator((ulong)seed).People().Take(patients);
        var written = BulkExport.Write(people, seed, folder, new BulkOptions(records, 300));
        return written.Patients + written.Clinical + written.Reference;
    }

    /// <summary>A Patient on a line.</summary>
    public static string Patient(string id, string family = "Ranger", string given = "Ada", string birthDate = "1961-04-02") =>
        $$"""{"resourceType":"Patient","id":"{{id}}","name":[{"family":"{{family}}","given":["{{given}}"]}],"birthDate":"{{birthDate}}","address":[{"postalCode":"02139"}]}""";

    /// <summary>A Condition on a line.</summary>
    public static string Condition(string id, string patient) =>
        $$$"""{"resourceType":"Condition","id":"{{{id}}}","subject":{"reference":"Patient/{{{patient}}}"},"code":{"text":"x"}}""";

    /// <summary>A Bundle on a line that deletes a resource.</summary>
    public static string Deletion(string resource) =>
        $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"{{{resource}}}"}}]}""";
}
