using Centra.Requests;

namespace Centra.Tests.Requests;

public class StagesTests
{
    [Fact]
    public void EveryStage_IsReachedByCommands() =>
        Stages.All.Keys.ShouldBe(Enum.GetValues<RequestStage>().Where(stage => stage is not RequestStage.None), ignoreOrder: true);

    [Fact]
    public void EveryStory_WasTakenToItsEnd() => Stages.All.Values.ShouldAllBe(story => story.Refusal == null);
}
