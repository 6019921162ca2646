using System.Reflection;
using Markdig;

namespace Centra.Api.Public;

/// <summary>The society's public policies, written as Markdown beside this file.</summary>
internal static class PolicyTexts
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();
    private static readonly Lazy<IReadOnlyList<PolicyText>> Texts = new(Load);

    /// <summary>All, in the order of their names.</summary>
    public static IReadOnlyList<PolicyText> All => Texts.Value;

    /// <summary>One by its name, or null.</summary>
    public static PolicyText? Find(string name) => All.FirstOrDefault(policy => policy.Name == name);

    private static List<PolicyText> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("policies/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read(name["policies/".Length..^".md".Length], assembly.GetManifestResourceStream(name)!))];
    }

    // The first line is the title.
    private static PolicyText Read(string name, Stream stream)
    {
        using var reader = new StreamReader(stream);
        var title = reader.ReadLine()!.TrimStart('#', ' ');
        return new PolicyText(name, title, Markdown.ToHtml(reader.ReadToEnd(), Pipeline));
    }
}

/// <summary>A policy as a page.</summary>
public sealed record PolicyText(string Name, string Title, string Html);
