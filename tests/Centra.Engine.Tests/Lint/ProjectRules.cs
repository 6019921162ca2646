using System.Reflection;
using Orleans;

namespace Centra.Engine.Tests.Lint;

/// <summary>Orleans' generator does not come through a project reference: each project with wire types or grains names it itself.</summary>
internal static class ProjectRules
{
    private const string Generator = "<PackageReference Include=\"Microsoft.Orleans.Sdk\" />";

    public static IEnumerable<Finding> Check(IEnumerable<Assembly> assemblies) =>
        from assembly in assemblies
        where assembly.GetTypes().Any(NeedsGenerator)
        let project = assembly.GetName().Name!
        where !Projects(project).Any(file => File.ReadAllText(file).Contains(Generator, StringComparison.Ordinal))
        select new Finding(LintRule.ProjectHasNoGenerator, project);

    private static bool NeedsGenerator(Type type) =>
        type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) || type.IsAssignableTo(typeof(IGrain));

    private static IEnumerable<string> Projects(string name) =>
        new[] { name, Path.Combine("tests", name) }.Select(folder => Path.Combine(Root(), folder, $"{name}.csproj")).Where(File.Exists);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run from within the repository.");
        return folder.FullName;
    }
}
