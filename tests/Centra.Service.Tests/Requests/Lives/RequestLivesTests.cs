using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>The lives send every command that there is.</summary>
public sealed class RequestLivesTests(LivesApp shared) : IClassFixture<LivesApp>
{
    [Fact]
    public void EveryCommandOfTheTable_IsInALife()
    {
        var steps = RequestLives.Names.SelectMany(name => RequestLives.Of(name, shared.Cast)).ToList();
        var sent = steps.Select(step => step.Kind).Concat(steps.Select(step => step.Also)).ToHashSet();
        CommandTable.Rows.Keys.Where(kind => !sent.Contains(kind)).ShouldBeEmpty();
    }
}
