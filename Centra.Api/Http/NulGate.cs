namespace Centra.Api.Http;

/// <summary>
/// Refuses a query with a NUL character, which no filter means and PostgreSQL does not take. It must not get there: refused while a statement is
/// being prepared, it leaves the connection out of step, and the next who uses it is told of a fault.
/// </summary>
internal sealed class NulGate(RequestDelegate next, IProblemDetailsService problems)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Request.QueryString.Value is { } query && query.Contains("%00", StringComparison.Ordinal) ? RefuseAsync(http) : next(http);

    private async Task RefuseAsync(HttpContext http)
    {
        var problem = Answers.ProblemOf(CommandRefusal.TextHasANulCharacter.Because());
        http.Response.StatusCode = problem.Status!.Value;
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }
}
