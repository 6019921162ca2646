using Centra.Api.Http;
using Centra.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>Routes that send one command to a request. Which caller may, in which stage, is decided by the request.</summary>
internal sealed class RequestRoutes(IEndpointRouteBuilder group)
{
    /// <summary>A command made of the body.</summary>
    public RequestRoutes Post<TBody>(string path, string policy, string summary, Func<TBody, RequestCommand> command)
    {
        group.MapPost(path, (string id, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(body), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>A command without a body.</summary>
    public RequestRoutes Post(string path, string policy, string summary, Func<RequestCommand> command)
    {
        group.MapPost(path, (string id, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>A command about a part of the request that the address names.</summary>
    public RequestRoutes Put<TBody>(string path, string policy, string summary, Func<string, TBody, RequestCommand> command)
    {
        group.MapPut(path, (string id, string part, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part, body), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>A command about a part of the request that the address names, with a body.</summary>
    public RequestRoutes PostPart<TBody>(string path, string policy, string summary, Func<string, TBody, RequestCommand> command)
    {
        group.MapPost(path, (string id, string part, TBody body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part, body), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>A command about a part of the request that the address names, without a body.</summary>
    public RequestRoutes PostPart(string path, string policy, string summary, Func<string, RequestCommand> command)
    {
        group.MapPost(path, (string id, string part, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>Takes a part of the request away.</summary>
    public RequestRoutes Delete(string path, string policy, string summary, Func<string, RequestCommand> command)
    {
        group.MapDelete(path, (string id, string part, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(id, command(part), caller, request, grains, ids)).RequireAuthorization(policy).WithSummary(summary);
        return this;
    }

    /// <summary>A body that says null is no body.</summary>
    public static async ValueTask<object?> TakeNoNull(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.Arguments.Any(argument => argument is null) ? RequestRefusal.BodyIsUnreadable.Because().ToProblem() : await next(call);

    /// <summary>Sends a command; the answer or the refusal.</summary>
    public static async Task<Results<Ok<RequestAnswer>, ProblemHttpResult>> SendAsync(
        string id, RequestCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, id).Handle(caller.Command(request, $"{CommandKinds.Of(command)}-{id}", ids), command)).ToHttp();

    /// <summary>The request.</summary>
    public static IDataRequestGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IDataRequestGrain>($"request/{id}");
}
