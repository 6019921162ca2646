using Centra.Recording;

namespace Centra.Tests.Recording;

/// <summary>Of commands of which many come: the last hundreds, in no more room than a few took.</summary>
public class RoutineAnswersTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    [Fact]
    public void Answers_AreFound_AndAnotherContentIsTold()
    {
        var answers = Many(3, n => $"answer {n}", TimeSpan.FromSeconds(1));

        answers.Find(IdOf(1), "content 1").ShouldBe((true, "answer 1"));
        answers.Find(IdOf(1), "content 2").ShouldBe((false, "answer 1"));
        answers.Find(IdOf(3), "content 3").ShouldBeNull();
    }

    [Fact]
    public void Answers_OfManyCommands_AreTheNewest()
    {
        var answers = Many(1000, n => $"stage {n % 3}", TimeSpan.FromSeconds(1));

        answers.Find(IdOf(999), "content 999").ShouldBe((true, "stage 0"));
        answers.Find(IdOf(1000 - RoutineAnswers.Most), $"content {1000 - RoutineAnswers.Most}").ShouldBe((true, $"stage {(1000 - RoutineAnswers.Most) % 3}"));
        answers.Find(IdOf(999 - RoutineAnswers.Most), $"content {999 - RoutineAnswers.Most}").ShouldBeNull();
        answers.Texts!.Length.ShouldBe(3);
    }

    // Long answers that are all different would make each write long.
    [Fact]
    public void Answers_ThatAllDiffer_AreFewer()
    {
        var answers = Many(100, n => $"answer {n}", TimeSpan.FromSeconds(1));

        answers.Texts!.Length.ShouldBe(32);
        answers.Find(IdOf(68), "content 68").ShouldBe((true, "answer 68"));
        answers.Find(IdOf(67), "content 67").ShouldBeNull();
    }

    [Fact]
    public void Answers_OlderThanOthersAreKept_AreForgotten()
    {
        var answers = Many(40, _ => "answer", TimeSpan.FromDays(1));

        answers.Find(IdOf(9), "content 9").ShouldBe((true, "answer"));
        answers.Find(IdOf(8), "content 8").ShouldBeNull();
    }

    private static RoutineAnswers Many(int count, Func<int, string> answer, TimeSpan apart)
    {
        RoutineAnswers? answers = null;
        for (var n = 0; n < count; n++)
            answers = RoutineAnswers.With(answers, new AnsweredCommand(IdOf(n), $"content {n}", Start + (n * apart), answer(n)), Kept);
        return answers!;
    }

    private static Guid IdOf(int n) => new(n, 0, 0, new byte[8]);
}
