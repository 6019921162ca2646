using Microsoft.AspNetCore.Http.Features;

namespace Centra.Api.Portal;

/// <summary>How large a form may be.</summary>
internal static class FormLimit
{
    // A form holds what people type; documents go to addresses of their own, with limits of their own.
    private const long LargestForm = 4 << 20;

    // A browser that is cut off while it sends shows no answer at all: what is somewhat too large is heard to its end, and then refused.
    private const long LargestHeard = 64 << 20;

    // The route's own limit comes too late for a body that is read here.
    public static async Task SetAsync(HttpContext http)
    {
        var isTooLarge = http.Request.ContentLength is > LargestForm and <= LargestHeard;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = isTooLarge ? LargestHeard : LargestForm;
        if (!isTooLarge)
            return;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
