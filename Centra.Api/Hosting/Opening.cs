using Centra.Api.Demo;
using Centra.Api.People;
using Centra.Gate;
using Centra.Silo;
using Centra.Starting;

namespace Centra.Api.Hosting;

/// <summary>Opens the gate once the engine runs, and tells the operator where the service is.</summary>
internal sealed class Opening(GateOpening gate, FirstContents contents, FirstOperator first, DemoSeed demo)
{
    public async Task OpenAsync(WebApplication app, ServiceSettings settings)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await LostSilos.OutlastAsync(() => gate.OpenAsync(stopping), TimeProvider.System, stopping);
        if (settings.Demo == DemoSetting.Made)
            await demo.RunAsync(settings);
        else if (settings.Demo == DemoSetting.None)
        {
            await LostSilos.OutlastAsync(() => contents.MakeAsync(stopping), TimeProvider.System, stopping);
            await first.EnsureAsync(Console.Out);
        }
        Console.WriteLine($"Listening on {string.Join(", ", app.Urls)}, data in {settings.Storage.DataFolder}");
        Console.WriteLine("Centra is ready");
    }
}
