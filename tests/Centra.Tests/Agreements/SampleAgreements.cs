using System.Collections.Immutable;
using Centra.Agreements;
using Centra.Datasets;
using Centra.Rules;

namespace Centra.Tests.Agreements;

/// <summary>Contents and templates to write agreements from.</summary>
internal static class SampleAgreements
{
    public const string RequestId = "request-7";

    public static readonly DateTimeOffset Now = new(2027, 3, 1, 15, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly ImmutableArray<Sensitivity> Any = [Sensitivity.Open, Sensitivity.Confidential, Sensitivity.DeIdentified, Sensitivity.LimitedDataSet];

    public static AgreementTemplate Template { get; } = new(
        "Data use agreement", 24, 90,
        """
        # {{title}}

        This agreement is between {{society}} and {{institution}} ({{institutionId}}).

        ## The data

        The recipient receives {{datasets}}, of which it gets {{variables}}, for {{purpose}}.

        {{purpose}}

        ## Terms

        {{clauses}}

        ## Term and cost

        This agreement runs for {{termMonths}} months and costs {{currency}} {{cost}}.
        """,
        [
            new AgreementClause("no-contact", "No contact", "Nobody is contacted. This means in particular:\n\n- no letters\n- no calls", [Sensitivity.DeIdentified, Sensitivity.LimitedDataSet]),
            new AgreementClause("safeguards", "Safeguards", "The data are **kept safe**.", Any),
            new AgreementClause("limited", "Limited data set", "Uses are limited as 45 CFR 164.514(e) says.", [Sensitivity.LimitedDataSet]),
        ]);

    public static AgreementContent Content { get; } = new(
        RequestId, "Outcomes after immunotherapy", "We study outcomes.\nWe publish them.", "The Society",
        new AgreementInstitution("https://ror.org/01abc", "Northern University", "US"), new AgreementPerson("Ada Stone", "Principal investigator", "Northern University"),
        [new AgreementPerson("Bo Marsh", "Statistician", "Northern University")],
        [new AgreementDataset("census", "Annual census", 3, Sensitivity.DeIdentified, ["year", "practice_size", "state"], "Practices in the census of 2015 to 2024.")],
        ["Results are shown to the society 30 days before they are published."],
        new AgreementCost(1, [new AgreementCostLine("Base fee", 1000m), new AgreementCostLine("Hours, 4 at 150.50", 602m)], 1602m, "USD"),
        1, 24, Today.AddDays(90), "America/New_York", "Cleo Hart");

    public static AgreementContent Estimated(decimal total, int version) =>
        Content with { Cost = new AgreementCost(version, [new AgreementCostLine("Base fee", total)], total, "USD") };

    public static AgreementDocument Document(AgreementContent? content = null, int version = 1) => AgreementText.Render(Template, content ?? Content, version, Today).Value!;
}
