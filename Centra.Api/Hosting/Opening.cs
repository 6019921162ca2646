using Centra.Api.Demo;
using Centra.Api.People;
using Centra.Gate;
using Centra.Starting;

namespace Centra.Api.Hosting;

/// <summary>Opens the gate once the engine runs, and tells the operator where the service is.</summary>
internal sealed class Opening(GateOpening gate, FirstContents contents, FirstOperator first, DemoSeed demo)
{
    public async Task OpenAsync(WebApplication app, ServiceSettings settings)
    {
        await gate.OpenAsync(app.Lifetime.ApplicationStopping);
        if (settings.Demo == DemoSetting.Made)
            await demo.RunAsync(settings);
        else if (settings.Demo == DemoSetting.None)
        {
            await contents.MakeAsync(app.Lifetime.ApplicationStopping);
            await first.EnsureAsync(Console.Out);
        }
        Console.WriteLine($"Listening on {string.Join(", ", app.Urls)}, data in {settings.Storage.DataFolder}");
        Console.WriteLine("Centra is ready");
    }
}
