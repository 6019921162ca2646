namespace Centra.Tests.People;

internal static class RefusalAssertions
{
    /// <summary>Expects this refusal and no other.</summary>
    public static void ShouldBeRefused<T>(this Result<T> result, Enum code) => (result.Refusal?.Code).ShouldBe(code.ToString());
}
