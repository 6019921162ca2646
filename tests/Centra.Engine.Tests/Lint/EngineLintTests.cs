using System.Reflection;
using Centra.Engine.Tests.Lint.Refused;

namespace Centra.Engine.Tests.Lint;

public class EngineLintTests
{
    private static readonly Type[] RefusedTypes =
        [.. typeof(IRefusedGrain).Assembly.GetTypes().Where(type => type.Namespace == typeof(IRefusedGrain).Namespace)];

    private static readonly IReadOnlyList<Finding> Findings = EngineLint.Check(RefusedTypes);

    [Fact]
    public void Contracts_AndGrains_BreakNoRule()
    {
        Assembly[] assemblies = [Assembly.Load("Centra.Interfaces"), Assembly.Load("Centra.Grains"), Assembly.Load("Centra.Storage")];

        EngineLint.WireTypesOf(assemblies).Count.ShouldBeGreaterThan(20);
        EngineLint.Check(assemblies).ShouldBeEmpty();
    }

    [Fact]
    public void GrainsOfTheseTests_BreakNoRule() =>
        EngineLint.Check([.. typeof(EngineLintTests).Assembly.GetTypes().Except(RefusedTypes)]).ShouldBeEmpty();

    [Theory]
    [InlineData(LintRule.MethodReturnsNoTask, "IRefusedGrain.ReturnsANumber")]
    [InlineData(LintRule.ParameterIsByReference, "IRefusedGrain.TakesAReference, IRefusedGrain.GivesAReference")]
    [InlineData(LintRule.MethodIsGeneric, "IRefusedGrain.IsGeneric")]
    [InlineData(LintRule.MethodIsOneWay, "IRefusedGrain.IsOneWay")]
    [InlineData(LintRule.CancellationTokenIsNotTheOneLastParameter, "IRefusedGrain.TokenFirst, IRefusedGrain.TwoTokens")]
    [InlineData(LintRule.InterfaceHasPropertyOrEvent, "IRefusedGrain.Property, IRefusedGrain.Happened")]
    [InlineData(LintRule.GrainIsGeneric, "IGenericGrain`1")]
    [InlineData(LintRule.TypeCannotCross, "IRefusedGrain.TakesAnArray: Byte[], IRefusedGrain.GivesAList: List`1, "
        + "IRefusedGrain.TakesAnInterface: IReadOnlyList`1, KeptType.Numbers: Int32[]")]
    [InlineData(LintRule.TypeHasNoSerializer, "BareType, ReachedType")]
    [InlineData(LintRule.TypeIsNotImmutable, "BareType, ReachedType, MutableType")]
    [InlineData(LintRule.TypeHasNoAlias, "BareType, ReachedType, NamelessType")]
    [InlineData(LintRule.AliasIsTaken, "SecondOfName: refused.same")]
    [InlineData(LintRule.MemberHasNoId, "BareType.Number, MembersType.Third, MembersType._fifth")]
    [InlineData(LintRule.IdIsTaken, "MembersType.Second")]
    [InlineData(LintRule.StateNameIsTaken, "SecondGrain: same-name")]
    public void Rule_Broken_IsFoundWhereItIsBroken(LintRule rule, string subjects) =>
        Findings.Where(finding => finding.Rule == rule).Select(finding => finding.Subject).ShouldBe(subjects.Split(", "), ignoreOrder: true);

    [Fact]
    public void HiddenTypes_NestedOrOfOneFile_AreFound()
    {
        var hidden = Findings.Where(finding => finding.Rule == LintRule.TypeIsHidden).Select(finding => finding.Subject).ToList();

        hidden.Count.ShouldBe(2);
        hidden.ShouldContain(Hiding.Hidden.Name);
        hidden.ShouldContain(name => name.EndsWith("FileType", StringComparison.Ordinal));
    }

    [Fact]
    public void Project_WithWireTypesAndNoGenerator_IsFound()
    {
        // The engine itself stands for a project that declares grains and does not name the generator.
        var engine = EngineLint.Check(Assembly.Load("Centra.Embedded"));

        engine.ShouldContain(new Finding(LintRule.ProjectHasNoGenerator, "Centra.Embedded"));
    }
}
