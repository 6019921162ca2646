using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>Routes that send one command to a request. Which caller may, in which stage, is decided by the request.</summary>
internal sealed class RequestRoutes(IEndpointRouteBuilder group)
{
    /// <summary>A command that is the body, or is carried in another.</summary>
    public RequestRoutes Post<TCommand>(string path, string policy, string summary, Func<TCommand, RequestCommand> command) => Post<TCommand, TCommand>(path, policy, summary, command);

    /// <summary>A command made of the body.</summary>
    public RequestRoutes Post<TBody, TCommand>(string path, string policy, string summary, Func<TBody, RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapPost(path, (string id, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(body), caller, request, grains, ids)));

    /// <summary>A command without a body.</summary>
    public RequestRoutes Post<TCommand>(string path, string policy, string summary, Func<RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapPost(path, (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(), caller, request, grains, ids)));

    /// <summary>A command about a part of the request that the address names.</summary>
    public RequestRoutes Put<TBody, TCommand>(string path, string policy, string summary, Func<string, TBody, RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapPut(path, (string id, string part, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part, body), caller, request, grains, ids)));

    /// <summary>A command about a part of the request that the address names, with a body.</summary>
    public RequestRoutes PostPart<TBody, TCommand>(string path, string policy, string summary, Func<string, TBody, RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapPost(path, (string id, string part, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part, body), caller, request, grains, ids)));

    /// <summary>A command about a part of the request that the address names, without a body.</summary>
    public RequestRoutes PostPart<TCommand>(string path, string policy, string summary, Func<string, RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapPost(path, (string id, string part, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part), caller, request, grains, ids)));

    /// <summary>Takes a part of the request away.</summary>
    public RequestRoutes Delete<TCommand>(string path, string policy, string summary, Func<string, RequestCommand> command) =>
        Describe<TCommand>(policy, summary, group.MapDelete(path, (string id, string part, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part), caller, request, grains, ids)));

    /// <summary>A body that says null is no body.</summary>
    public static async ValueTask<object?> TakeNoNull(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.Arguments.Any(argument => argument is null) ? RequestRefusal.BodyIsUnreadable.Because().ToProblem() : await next(call);

    /// <summary>Sends a command; the answer or the refusal.</summary>
    public static async Task<Results<Ok<RequestAnswer>, ProblemHttpResult>> SendAsync(
        string id, RequestCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).Handle(caller.Command(request, $"{CommandKinds.Of(command)}-{id}", ids), command)).ToHttp();

    /// <summary>The request.</summary>
    public static IDataRequestGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IDataRequestGrain>($"request/{id}");

    private RequestRoutes Describe<TCommand>(string policy, string summary, RouteHandlerBuilder route)
    {
        route.RequireAuthorization(policy).WithSummary(summary).SendsToRequest<TCommand>();
        return this;
    }
}
