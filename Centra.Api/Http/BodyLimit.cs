using Microsoft.AspNetCore.Http.Metadata;

namespace Centra.Api.Http;

/// <summary>How large a route's body may be as sent.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
