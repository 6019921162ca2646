using Centra.Api.Hosting;

namespace Centra.Service.Tests.Hosting;

public class WarmingTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:8080", "http://[::]:8080/")]
    [InlineData("http://unix:/run/centra.sock http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://unix:/run/centra.sock", null)]
    [InlineData("http://+:8080", null)]
    [InlineData("", null)]
    public void Service_IsAskedWhereItHasAnAddress_AndNotAtAllWhereItHasNone(string urls, string? expected) =>
        (Warming.AddressOf(urls.Split(' '))?.AbsoluteUri).ShouldBe(expected);
}
