using System.Text.Json;

namespace Centra.Service.Tests.Hosts;

/// <summary>Fails whenever the service refuses with a code that its description does not name for that route and status: in all tests that call it.</summary>
public sealed class DescribedRefusals(HttpMessageHandler inner, Func<Task<DescribedApi>> description) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Content.Headers.ContentType is not { MediaType: "application/problem+json" })
            return answer;
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        var (method, path, code) = (request.Method.Method, request.RequestUri!.AbsolutePath, problem.RootElement.GetProperty("code").GetString()!);
        if ((await description()).Refusals(method, path, answer.StatusCode) is { } named && !named.Contains(code))
            throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode} {code}, which its description does not name.");
        return answer;
    }
}
