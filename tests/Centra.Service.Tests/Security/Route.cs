using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Centra.Service.Tests.Security;

/// <summary>A route of the service, and what it demands.</summary>
internal sealed partial record Route(string Method, string Pattern, IReadOnlyList<string> Policies, bool IsAnonymous, string ContentType)
{
    /// <summary>All routes.</summary>
    public static List<Route> Of(ServiceApp app) => [.. app.Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => new Route(
            method, "/" + endpoint.RoutePattern.RawText!.Trim('/'),
            [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "(any signed in)")],
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json")))];

    /// <summary>Whether it is a page, which sends whoever has to sign in to the form.</summary>
    public bool IsPage => !Pattern.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>A request for it with its parameters filled in. Its body is valid JSON that says nothing.</summary>
    public HttpRequestMessage Request(Func<string, string> parameter)
    {
        var path = Parameters().Replace(Pattern, match => Uri.EscapeDataString(parameter(match.Groups[1].Value)));
        var body = Method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, ContentType) : null;
        return new HttpRequestMessage(HttpMethod.Parse(Method), path) { Content = body };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Pattern}";

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameters();
}
