namespace Centra.Rules;

/// <summary>The kinds of rules that are data (design: requests.md, "Rules as data").</summary>
public static class RulesKinds
{
    /// <summary>The information sharing policy and its checklist.</summary>
    public const string Policy = "policy";

    /// <summary>Quorum, ballot, reconsideration.</summary>
    public const string Committee = "committee";

    /// <summary>What requests are evaluated by.</summary>
    public const string Criteria = "criteria";

    /// <summary>The price book.</summary>
    public const string Prices = "prices";

    /// <summary>The data use agreement's text and clauses.</summary>
    public const string AgreementTemplate = "agreement-template";

    /// <summary>The application form.</summary>
    public const string Form = "form";

    /// <summary>The society's zone, weekends and holidays.</summary>
    public const string Calendar = "calendar";

    /// <summary>How long each stage may take.</summary>
    public const string ServiceLevels = "service-levels";

    /// <summary>What people are told.</summary>
    public const string Messages = "messages";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Policy, Committee, Criteria, Prices, AgreementTemplate, Form, Calendar, ServiceLevels, Messages];
}
