using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Centra.Bench;

/// <summary>A benchmark's tables, printed as they come and kept under bench/results: as JSON by date, and as the newest page of its name.</summary>
public sealed class Report(string name, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Machine machine = Machine.Current(time);
    private readonly Dictionary<string, object> sections = [];
    private readonly StringBuilder page = new();

    /// <summary>Prints a table and keeps what it was made of.</summary>
    public void Add<T>(string title, IReadOnlyList<T> rows, params (string Head, Func<T, string> Cell)[] columns)
    {
        sections[title] = rows;
        Console.WriteLine($"\n{title}");
        var cells = rows.Select(row => columns.Select(column => column.Cell(row)).ToArray())
            .Prepend([.. columns.Select(column => column.Head)]).ToList();
        Keep(title, cells);
        var widths = columns.Select((_, i) => cells.Max(row => row[i].Length)).ToArray();
        foreach (var row in cells)
            Console.WriteLine(
                "  " + string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
    }

    /// <summary>Prints a remark under the last table.</summary>
    public static void Say(string remark) => Console.WriteLine($"  {remark}");

    /// <summary>Prints a remark under the last table, and keeps it there.</summary>
    public void Remark(string remark)
    {
        Say(remark);
        page.Append(CultureInfo.InvariantCulture, $"\n{remark}\n");
    }

    /// <summary>Writes the file and says where.</summary>
    public void Save()
    {
        var folder = Path.Combine(Root(), "bench", "results");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{time.GetUtcNow():yyyyMMdd-HHmmss}.json"));
        File.WriteAllText(file, JsonSerializer.Serialize(new { name, machine, sections }, Json));
        File.WriteAllText(Path.Combine(folder, $"{name}.md"), $"# {name}\n\n{Origin}\n{page}");
        Console.WriteLine($"\n{machine.Processor}, {machine.Cores} cores, {machine.Engine}, {machine.Commit}, {machine.Date}");
        Console.WriteLine($"written to {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    }

    /// <summary>Puts the tables into a document, between the lines that say where figures are.</summary>
    public void PutInto(string document)
    {
        var path = Path.Combine(Root(), document);
        var lines = File.ReadAllLines(path);
        var (from, to) = (Array.IndexOf(lines, "<!-- figures -->"), Array.IndexOf(lines, "<!-- end of figures -->"));
        File.WriteAllLines(path, [.. lines[..(from + 1)], Origin, .. page.ToString().Replace("\n## ", "\n### ", StringComparison.Ordinal).TrimEnd().Split('\n'), .. lines[to..]]);
    }

    private string Origin => $"{machine.Processor}, {machine.Cores} cores, .NET {machine.Runtime}, engine {machine.Engine}, commit {machine.Commit}, {machine.Date}, load before {machine.Load}";

    private void Keep(string title, List<string[]> cells)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (var (row, at) in cells.Select((row, at) => (row, at)))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
            if (at == 0)
                page.Append(CultureInfo.InvariantCulture, $"|{string.Concat(Enumerable.Repeat("---|", row.Length))}\n");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
