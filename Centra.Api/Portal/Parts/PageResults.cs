using Centra.Api.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Portal;

/// <summary>Pages among other results.</summary>
internal static class PageResults
{
    /// <summary>The status of a page that tells of a refusal; null without one.</summary>
    public static int? Status(this Refusal? refusal) => refusal is null ? null : Answers.StatusOf(refusal.Kind);

    public static IResult Page<TComponent>(this IResultExtensions _, object parameters, int? status = null) where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(parameters) { StatusCode = status };

    public static IResult Page<TComponent>(this IResultExtensions _, IReadOnlyDictionary<string, object?> parameters, int? status = null) where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(parameters) { StatusCode = status };
}
