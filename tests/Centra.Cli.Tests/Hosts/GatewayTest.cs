namespace Centra.Cli.Tests.Hosts;

/// <summary>A command, a service, and a gateway between them.</summary>
[Collection(ServiceCollection.Name)]
public abstract class GatewayTest(ServiceFixture service) : IAsyncLifetime
{
    private protected Gateway Gateway { get; private set; } = null!;

    private protected Shell Shell { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Gateway = await Gateway.StartAsync(service.Address);
        Shell = new Shell(Gateway.Address, await service.PracticeKeyAsync());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Gateway.DisposeAsync();
        Shell.Dispose();
    }
}
