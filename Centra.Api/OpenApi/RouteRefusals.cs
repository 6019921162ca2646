using Centra.Api.Http;
using Centra.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Centra.Api.OpenApi;

/// <summary>What a route names of what it may refuse.</summary>
/// <param name="Codes">Members of refusal enums.</param>
/// <param name="Status">The status where it is not that of the refusal's kind.</param>
internal sealed record RouteRefusals(IReadOnlyList<Enum> Codes, int? Status = null)
{
    /// <summary>As documents.</summary>
    public IEnumerable<ProblemDetails> Problems => Codes.Select(code => Answers.ProblemOf(code.Because())).Select(problem => Status is null ? problem : Answered(problem));

    private ProblemDetails Answered(ProblemDetails problem)
    {
        problem.Status = Status;
        return problem;
    }
}

/// <summary>Routes say with what they may refuse, by the commands that they send.</summary>
internal static class RefusingRoutes
{
    /// <summary>Refusals that are none of a command's, such as those of a view.</summary>
    public static TRoute Refuses<TRoute>(this TRoute route, params IEnumerable<Enum> codes)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new RouteRefusals([.. codes]));

    /// <summary>Refusals that mean that the caller is not who they have to be: 401.</summary>
    public static TRoute RefusesCaller<TRoute>(this TRoute route, params IEnumerable<Enum> codes)
        where TRoute : IEndpointConventionBuilder => route.WithMetadata(new RouteRefusals([.. codes], StatusCodes.Status401Unauthorized));

    /// <summary>What this command may be refused with.</summary>
    public static RouteHandlerBuilder Sends<TCommand>(this RouteHandlerBuilder route) => route.Refuses(RefusedWithAttribute.Of(typeof(TCommand)));

    /// <summary>What this command, sent by way of the request, may be refused with.</summary>
    public static RouteHandlerBuilder SendsToRequest<TCommand>(this RouteHandlerBuilder route) => route.Refuses(RequestRefusals.Of(typeof(TCommand)));
}
