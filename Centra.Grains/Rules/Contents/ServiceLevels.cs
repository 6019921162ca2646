using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>How long things may take, and when people are reminded.</summary>
/// <param name="Stages">Working days per stage.</param>
/// <param name="AnswerWorkingDays">Working days that an applicant has for an answer before a reminder, and again before the next.</param>
/// <param name="AnswerReminders">How many reminders there are before an open question lapses.</param>
/// <param name="EndNoticeDays">Calendar days before an agreement ends on which people are told.</param>
/// <param name="RenewFromDays">Calendar days before its end from which on an agreement can be renewed.</param>
/// <param name="RenewUntilDays">Calendar days after its end until which it can be renewed.</param>
/// <param name="ProgressMonths">Months between two progress reports.</param>
public sealed record ServiceLevels(
    ImmutableArray<StageLevel> Stages, int AnswerWorkingDays, int AnswerReminders, ImmutableArray<int> EndNoticeDays, int RenewFromDays, int RenewUntilDays, int ProgressMonths)
    : IRulesContent<ServiceLevels>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.ServiceLevels;

    /// <summary>The working days that a stage may take; null where no clock runs.</summary>
    /// <param name="stage">Name of the stage, for example Availability.</param>
    public int? WorkingDays(string stage) => Stages.FirstOrDefault(level => level.Stage.ToString() == stage)?.WorkingDays;

    /// <inheritdoc/>
    public static ServiceLevels Read(Fields fields)
    {
        var levels = new ServiceLevels(
            fields.List("stages", item => new StageLevel(item.Choice<ClockedStage>("stage"), item.Whole("workingDays", 1, 365)), least: 1, most: 10),
            fields.Whole("answerWorkingDays", 1, 90), fields.Whole("answerReminders", 0, 5), fields.Wholes("endNoticeDays", 1, 365),
            fields.Whole("renewFromDays", 1, 365), fields.Whole("renewUntilDays", 0, 365), fields.Whole("progressMonths", 1, 60));
        fields.Once("stages", levels.Stages.Select(level => level.Stage));
        foreach (var stage in Enum.GetValues<ClockedStage>().Where(stage => stage is not ClockedStage.None && levels.Stages.All(level => level.Stage != stage)))
            fields.Fault("stages", $"has no {stage}");
        fields.Once("endNoticeDays", levels.EndNoticeDays);
        return levels;
    }
}

/// <summary>How long a stage may take.</summary>
public sealed record StageLevel(ClockedStage Stage, int WorkingDays);

/// <summary>Stages in which the society's clock runs, named as the stages are.</summary>
public enum ClockedStage
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Is it there, does it suffice.</summary>
    Availability = 1,

    /// <summary>Is it consistent with the policy.</summary>
    PolicyCheck = 2,

    /// <summary>Is it good.</summary>
    CommitteeReview = 3,

    /// <summary>Agreement and payment.</summary>
    Contracting = 4,

    /// <summary>Extract and release.</summary>
    Fulfilment = 5,
}
