namespace Centra.Tests;

public class RefusalsTests
{
    private enum Sample
    {
        [Refuses(RefusalKind.Conflict, "Somebody was first.")]
        SomebodyWasFirst,
        Bare,
    }

    [Fact]
    public void Because_WithDetail_KeepsKindAndCode()
    {
        var refusal = Sample.SomebodyWasFirst.Because("Request 7 was decided at noon.");

        refusal.ShouldBe(new Refusal(RefusalKind.Conflict, "SomebodyWasFirst", "Request 7 was decided at noon."));
    }

    [Fact]
    public void Because_MemberWithoutAttribute_IsABug() =>
        Should.Throw<InvalidOperationException>(() => Sample.Bare.Because());
}
