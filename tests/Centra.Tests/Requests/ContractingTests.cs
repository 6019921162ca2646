using Centra.Agreements;
using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>Whose time runs while an agreement waits, and what becomes of it when the request ends.</summary>
public class ContractingTests
{
    [Fact]
    public void Agreement_ThatTheInstitutionSigned_DoesNotLapseByTheApplicantsClock()
    {
        var signed = Stages.Issued.Told(Cast.Signed());

        signed.State.Ball.ShouldBe("society signatory");
        signed.State.DueAt.ShouldBeNull();
        signed.Later(400).Tick().State.Stage.ShouldBe(RequestStage.Contracting);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Agreement_ThatTheSocietyHasToAnswerOrAttest_DoesNotLapse(bool isToBeChanged, bool hasScan)
    {
        var waiting = Stages.Issued.Told(Cast.Issued() with { Agreement = Cast.Issued().Agreement! with { HasOpenChangeRequest = isToBeChanged, HasScan = hasScan } });

        waiting.State.Ball.ShouldBe("manager");
        waiting.Later(400).Tick().State.Stage.ShouldBe(RequestStage.Contracting);
        waiting.Told(Cast.Issued()).Later(92).Tick().State.Stage.ShouldBe(RequestStage.Declined);
    }

    [Fact]
    public void Signature_ThatACrashKeptFromTheRequest_IsSeenBeforeTheClockLapses() =>
        (Stages.Issued with { Contract = Cast.Signed() }).Later(400).Tick().State.Stage.ShouldBe(RequestStage.Contracting);

    [Fact]
    public void NewVersion_RunsAgainstTheInstitutionAgain()
    {
        var revised = Stages.Issued.Told(Cast.Signed()).Later(200).Told(Cast.Issued(2));

        revised.State.Ball.ShouldBe("signing official");
        revised.Later(60).Tick().State.Stage.ShouldBe(RequestStage.Contracting);
        revised.Later(92).Tick().State.Stage.ShouldBe(RequestStage.Declined);
    }
}
