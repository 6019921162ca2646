using System.Net.Http.Json;
using System.Text.Json;
using Centra.Api.Demo;
using Centra.Requests;
using Orleans;

namespace Centra.Bench.Requests;

/// <summary>Where an applicant's commands are handed in.</summary>
internal interface IRequestDesk
{
    /// <summary>A new draft, complete, as a copy of the demo's first.</summary>
    Task<string> BeginAsync(string title);

    Task EditAsync(string id, string text, int revision);

    Task SubmitAsync(string id);
}

/// <summary>Straight to the grain.</summary>
internal sealed class SiloDesk(BenchService service) : IRequestDesk
{
    private static readonly string Institution = DemoCatalogue.Institutions[0].Ror;
    private readonly IGrainFactory _grains = service.Grains;
    private readonly IdSource _ids = service.Get<IdSource>();
    private readonly Actor _actor = new(service.Applicant.UserId, null);

    public async Task<string> BeginAsync(string title)
    {
        var id = _ids.NewId("bench");
        await SendAsync(id, new CreateDraft(title, Institution, "Bench Applicant") { CopyOf = DemoRequests.First });
        return id;
    }

    public Task EditAsync(string id, string text, int revision) => SendAsync(id, new EditSection(Script.Section, text, revision));

    public Task SubmitAsync(string id) => SendAsync(id, new Submit());

    private async Task SendAsync(string id, RequestCommand command)
    {
        var answer = await _grains.GetGrain<IDataRequestGrain>($"request/{id}").Handle(new CommandContext(_ids.NewCommandId(), _actor), command);
        if (answer.IsRefused)
            throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal.Code} {answer.Refusal.Detail}");
    }
}

/// <summary>Over HTTP, with a token and everything that belongs to it.</summary>
internal sealed class HttpDesk(HttpClient client) : IRequestDesk
{
    private static readonly string Institution = DemoCatalogue.Institutions[0].Ror;

    public async Task<string> BeginAsync(string title)
    {
        var answer = await client.PostAsJsonAsync("/api/requests", new { title, institutionId = Institution, name = "Bench Applicant", copyOf = DemoRequests.First });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("requestId").GetString()!;
    }

    public async Task EditAsync(string id, string text, int revision) =>
        (await client.PutAsJsonAsync($"/api/requests/{id}/sections/{Script.Section}", new { text, revision })).EnsureSuccessStatusCode();

    public async Task SubmitAsync(string id) => (await client.PostAsync($"/api/requests/{id}/submit", null)).EnsureSuccessStatusCode();
}
