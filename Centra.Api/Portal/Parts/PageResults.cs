using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Portal;

/// <summary>Pages among other results.</summary>
internal static class PageResults
{
    public static IResult Page<TComponent>(this IResultExtensions _, object parameters) where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(parameters);
}
