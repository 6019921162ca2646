using System.Text;
using Centra.Datasets;
using Centra.Storage;
using Centra.Synthetic;
using Centra.Testing;

namespace Centra.Tests.Datasets;

public sealed class DatasetFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static readonly DatasetVariable[] Variables =
    [
        Variable("year", VariableType.Year), Variable("region", VariableType.Code, "north", "south"), Variable("score", VariableType.Number), Variable("note", VariableType.Text),
    ];

    private FolderFiles Files => new(_folder.Path);

    [Fact]
    public async Task File_ThatIsRight_IsKeptAndCounted()
    {
        var kept = (await KeepAsync("year,region,score,note\n2024,north,1.5,\"two\nlines, quoted\"\n,,,\n")).Value!;

        kept.Rows.ShouldBe(2);
        kept.Columns.ShouldBe(["year", "region", "score", "note"]);
        await using var stored = await Files.OpenAsync(kept.Sha256, TestContext.Current.CancellationToken);
        stored!.Length.ShouldBe(kept.Bytes);
    }

    [Theory]
    [InlineData("", "FileIsUnreadable", null)]
    [InlineData("year,region,score,note\n", "FileIsUnreadable", null)]
    [InlineData("year,region,score\n2024,north,1\n", "ColumnsAreNotOfTheDictionary", "missing note")]
    [InlineData("year,region,score,note\n2024,north,1\n", "FileIsUnreadable", "Line 2")]
    [InlineData("year,region,score,note\n2024,north,1,x\n24,north,1,x\n", "ValueIsNotOfTheDictionary", "Line 3, column year: this is no year")]
    [InlineData("year,region,score,note\n2024,Ana Silva,1,x\n", "ValueIsNotOfTheDictionary", "Line 2, column region: this is no listed value")]
    [InlineData("year,region,score,note\n2024,north,much,x\n", "ValueIsNotOfTheDictionary", "Line 2, column score: this is no number")]
    public async Task File_ThatIsWrong_IsRefusedByPlaceAndNotKept(string csv, string code, string? named)
    {
        var refusal = (await KeepAsync(csv)).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe(code);
        refusal.Detail.ShouldContain(named ?? "");
        refusal.Detail.ShouldNotContain("Ana");
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("meeting-abstracts", 1)]
    [InlineData("practice-census", 2)]
    public async Task SyntheticRows_FitTheFirstCatalogue(string datasetId, int seed)
    {
        var dictionary = Catalogue.First().Single(item => item.DatasetId == datasetId).Commands.OfType<SetDictionary>().Single();
        var csv = datasetId == "practice-census" ? SyntheticRows.PracticeCensus(300, seed) : SyntheticRows.Abstracts(300, seed);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));

        var kept = await new DatasetFiles(Files).KeepAsync(content, dictionary.Variables, "Made up.", TestContext.Current.CancellationToken);

        kept.Refusal.ShouldBeNull();
        kept.Value!.Rows.ShouldBe(300);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Result<AddVersion>> KeepAsync(string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await new DatasetFiles(Files).KeepAsync(content, [.. Variables], "First.", TestContext.Current.CancellationToken);
    }

    private static DatasetVariable Variable(string name, VariableType type, params string[] values) => new(name, name, name, type, IdentifyingKind.None, values.Length > 0, [.. values]);
}
