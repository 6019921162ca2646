using Centra.Api.Http;
using Centra.Gate;
using Centra.Register;

namespace Centra.Api.Hosting;

/// <summary>Until everything that has to be true was found true, only health is answered.</summary>
internal sealed class ReadyGate(RequestDelegate next, GateState gate)
{
    public Task InvokeAsync(HttpContext context) => gate.IsOpen || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        ? next(context)
        : RegisterRefusal.GateIsNotReady.Because().ToProblem().ExecuteAsync(context);
}
