using System.Text;
using Centra.Rekeying;

namespace Centra.Service.Tests.Consent;

public class PreviewTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Preview_AfterReKeying_StillCountsWhoWouldGo()
    {
        var practice = await _app.AsPractice("north");
        var patient = new Patient("v1", "Clementine", "Ashgrove", "1957-02-19", "536-11-0417");
        await practice.IngestAsync(patient);
        var steps = _app.Get<RekeyingSteps>();
        await steps.BeginAsync();
        while (await steps.StepAsync())
        {
        }

        using var file = new StringContent(patient.Line(), Encoding.UTF8, "application/x-ndjson");
        var preview = await practice.PostAsync("/api/opt-outs/batch?preview=true", file).Json();

        preview.GetProperty("ownPatientsErased").GetInt32().ShouldBe(1);
    }
}
