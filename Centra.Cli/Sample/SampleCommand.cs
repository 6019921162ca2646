using System.CommandLine;
using Centra.Cli.Terminal;
using Centra.Synthetic;

namespace Centra.Cli.Sample;

/// <summary>centra sample: writes FHIR R4 bulk files of patients who do not exist.</summary>
internal sealed class SampleCommand(Surroundings around)
{
    private readonly Option<int?> _patients = NumberOption.Create("--patients", 1, int.MaxValue, "How many patients.");
    private readonly Option<int?> _seed = NumberOption.Create("--seed", 0, int.MaxValue, "The same seed gives the same bytes.");
    private readonly Option<string> _out = new("--out")
    {
        HelpName = "DIR",
        Required = true,
        Description = "The folder; files of the same names are replaced.",
    };
    private readonly Option<int?> _records = NumberOption.Create("--records", 0, 1_000_000, "Clinical records for each patient; 40 unless told.");

    public static Command Create(Surroundings around) => new SampleCommand(around).Build();

    private Command Build()
    {
        var command = new Command("sample", "Write a synthetic FHIR R4 bulk export of cancer patients.") { _patients, _seed, _out, _records };
        _patients.Required = _seed.Required = true;
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (patients, seed, folder) = (parsed.GetValue(_patients)!.Value, parsed.GetValue(_seed)!.Value, parsed.GetRequiredValue(_out));
        if (File.Exists(folder))
            throw new CommandFailedException($"{folder} is a file; --out takes a folder.");
        var usual = new BulkOptions();
        var options = usual with { ClinicalPerPatient = parsed.GetValue(_records) ?? usual.ClinicalPerPatient };
        var people = new PeopleGenerator((ulong)seed).People().Take(patients);
        var written = BulkExport.Write(people, seed, folder, options);
        around.Out.WriteLine($"Wrote {Progress.Number(written.Patients)} patients, {Progress.Number(written.Clinical)} clinical and "
            + $"{Progress.Number(written.Reference)} reference resources, {Progress.Number(written.Bytes)} bytes, to {folder}.");
        return ExitCodes.Done;
    }
}
