using System.Collections.Immutable;
using System.Reflection;
using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>Every text of every command has a limit in the one table, and the rules hold it to that.</summary>
public class TextLimitTests
{
    // What the service makes by itself is no caller's text; who may send it is decided by the table of commands.
    private static readonly HashSet<Type> OfTheService = [typeof(IssueAgreement), typeof(ReviseAgreement), typeof(LapseAgreement), typeof(EndOffer), typeof(RemoveAgreement), typeof(RemoveLedger), typeof(RemoveRelease), typeof(IssueEstimate), typeof(ReviseEstimate),
        typeof(BuildRelease), typeof(RecordBuild), typeof(RecordBuildFailure)];

    private static readonly Type[] Families = [typeof(RequestCommand), typeof(AgreementCommand), typeof(LedgerCommand), typeof(ReleaseCommand)];

    private static IEnumerable<Type> Sent => typeof(RequestCommand).Assembly.GetTypes().Where(type => Families.Contains(type.BaseType) && !OfTheService.Contains(type) && !type.Name.StartsWith("For", StringComparison.Ordinal));

    public static TheoryData<string> Commands => [.. Sent.Select(type => type.FullName!)];

    [Fact]
    public void OfTheService_IsWhatNobodyElseMaySend() => OfTheService.Where(type => Kind(Sample(type, "", 1)!) is not RequestCommandKind.None).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryText_HasALimitInTheTable(string command) =>
        TextsOf(Type(command)).Where(one => TextLimits.Of(one.Owner, one.Name) is null).Select(one => $"{one.Owner.Name}.{one.Name}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryText_OneCharacterLonger_IsRefusedByTheFieldsName(string command)
    {
        foreach (var (owner, name) in TextsOf(Type(command)))
        {
            var limit = TextLimits.Of(owner, name)!.Value;
            var refusal = TextLimits.TooLong(Sample(Type(command), $"{owner.Name}.{name}", limit + 1)!);

            (refusal?.Code).ShouldBe(nameof(CommandRefusal.TextIsTooLong), $"{owner.Name}.{name}");
            refusal!.Detail.ShouldContain($"{char.ToLowerInvariant(name[0])}{name[1..]}: at most {limit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters.");
            TextLimits.TooLong(Sample(Type(command), $"{owner.Name}.{name}", limit)!).ShouldBeNull();
        }
    }

    [Fact]
    public void Rules_RefuseWhatIsTooLong_OfTheRequestAndOfWhatItCarries()
    {
        Stages.Issued.By("manager", new DeclineToFulfil(new string('x', 5_001))).Refusal!.Detail.ShouldBe("reason: at most 5,000 characters.");
        Stages.Assigned.By("r1", Stages.Vote(Recommendation.Approve) with { Scores = [new CriterionScore("merit", 3, new string('x', 10_001))] }).Refusal!.Detail.ShouldBe("scores.words: at most 10,000 characters.");
        Stages.Issued.By("official", new ForAgreement(new DeclineAgreement(new string('x', 2_001)))).Refusal!.Detail.ShouldBe("reason: at most 2,000 characters.");
        Stages.Issued.By("finance", new ForLedger(new WaiveFee(1, "w1", 1m, "USD", new string('x', 1_001)))).Code.ShouldBe(nameof(CommandRefusal.TextIsTooLong));
        Stages.Draft.By("pi", new DeclareInterests([], [.. Enumerable.Range(0, TextLimits.MostItems + 1).Select(at => $"Fund {at}")], "academic")).Refusal!.Detail.ShouldBe("funders: at most 5,000 entries.");
        Stages.Issued.By("stranger", new DeclineToFulfil(new string('x', 5_001))).Code.ShouldBe(nameof(DataRequestRefusal.RequestNotFound));
    }

    private static Type Type(string name) => typeof(RequestCommand).Assembly.GetType(name)!;

    private static RequestCommandKind Kind(object command) => command switch
    {
        AgreementCommand agreement => ContractRules.KindOf(agreement),
        LedgerCommand ledger => ContractRules.KindOf(ledger),
        _ => ContractRules.KindOf((ReleaseCommand)command),
    };

    private static IEnumerable<(Type Owner, string Name)> TextsOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(field =>
        Inner(field.PropertyType) is var inner && inner == typeof(string) ? [(type, field.Name)] : IsWire(inner) ? TextsOf(inner) : []);

    private static Type Inner(Type type) => type.IsGenericType ? type.GenericTypeArguments[0] : type;

    private static bool IsWire(Type type) => type.IsClass && type.Assembly == typeof(RequestCommand).Assembly;

    // A command whose texts are one letter, and of whose texts the named one is as long as that.
    private static object? Sample(Type type, string named, int length)
    {
        var maker = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return maker.Invoke([.. maker.GetParameters().Select(part => Value(part.ParameterType, $"{type.Name}.{part.Name}", named, length))]);
    }

    private static object? Value(Type type, string path, string named, int length) =>
        type == typeof(string) ? new string('x', path == named ? length : 1)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? List(type.GenericTypeArguments[0], path, named, length)
        : IsWire(type) ? Sample(type, named, length)
        : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object List(Type item, string path, string named, int length)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Value(item, path, named, length), 0);
        return typeof(ImmutableArray).GetMethods().Single(one => one is { Name: nameof(ImmutableArray.Create), IsGenericMethod: true } && one.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
