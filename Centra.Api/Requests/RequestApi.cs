using System.Collections.Immutable;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Requests;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Requests;

/// <summary>Data requests: reading them, and the commands of the request itself. Commands of agreement, money and release are beside this.</summary>
internal static class RequestApi
{
    private const int MostCandidates = 100;

    public static void MapRequests(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/requests").WithTags("Data requests");
        group.AddEndpointFilter(RequestRoutes.TakeNoNull);
        group.MapPost("/", CreateAsync).RequireAuthorization(Policies.WriteRequests).WithSummary("A new draft; also a copy, an amendment or a renewal").SendsToRequest<CreateDraft>();
        group.MapGet("/", RequestLists.ListAsync).RequireAuthorization(Policies.SeeRequests).WithSummary("Requests that the caller may see");
        group.MapGet("/figures", RequestFigures.FiguresAsync).RequireAuthorization(Policies.SeeFigures).WithSummary("Time in each stage, load of reviewers");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeeRequests).WithSummary("A request, with what the caller may do now").Refuses(DataRequestRefusal.RequestNotFound);
        group.MapGet("/{id}/explain", ExplainAsync).RequireAuthorization(Policies.SeeRequests).WithSummary("Why a request stands where it stands").Refuses(DataRequestRefusal.RequestNotFound);
        group.MapGet("/{id}/candidates", CandidatesAsync).RequireAuthorization(Policies.ManageRequests).WithSummary("Which of these people could be assigned as reviewers, and why not the others")
            .Refuses(DataRequestRefusal.RequestNotFound, DataRequestRefusal.NotTheCallersPart);
        var routes = new RequestRoutes(group);
        MapDraft(routes);
        MapReview(routes);
        MapAccess(routes);
        EvaluationDrafts.Map(group);
        ContractApi.Map(group, routes);
    }

    private static void MapDraft(RequestRoutes routes) => routes
        .Put<SectionText, EditSection>("/{id}/sections/{part}", Policies.WriteRequests, "Save a section of the form", (part, body) => new EditSection(part, body.Text ?? "", body.Revision))
        .Post<UploadedId, Attach>("/{id}/documents", Policies.WriteRequests, "Attach a document that the caller has uploaded", body => new Attach(new AttachedDocument(body.DocumentId ?? "", "", "", 0, "", body.IsForm)))
        .Delete<Detach>("/{id}/documents/{part}", Policies.WriteRequests, "Take a document out", part => new Detach(part))
        .Post<AddTeamMember>("/{id}/team", Policies.WriteRequests, "Somebody joins the team", body => body)
        .Delete<RemoveTeamMember>("/{id}/team/{part}", Policies.WriteRequests, "Somebody leaves the team", part => new RemoveTeamMember(part))
        .PostPart<ChangePrincipalInvestigator>("/{id}/team/{part}/investigator", Policies.WriteRequests, "Another principal investigator", part => new ChangePrincipalInvestigator(part))
        .Put<DatasetWish, AddDataset>("/{id}/datasets/{part}", Policies.WriteRequests, "Ask for a dataset", (part, body) => new AddDataset(part, body.Variables, body.Cohort ?? "", body.FromYear, body.ToYear))
        .Delete<RemoveDataset>("/{id}/datasets/{part}", Policies.WriteRequests, "Ask no more for a dataset", part => new RemoveDataset(part))
        .Post<DeclareInterests>("/{id}/interests", Policies.WriteRequests, "Co-authors, funders, requester category", body => body)
        .Post<Submit>("/{id}/submit", Policies.WriteRequests, "Hand the application in", () => new Submit())
        .Post<Withdraw>("/{id}/withdraw", Policies.WriteRequests, "Withdraw the request", body => body)
        .PostPart<AnswerText, AnswerQuestion>("/{id}/questions/{part}/answer", Policies.WriteRequests, "Answer a question", (part, body) => new AnswerQuestion(part, body.Text ?? ""))
        .Post<Reconsider>("/{id}/reconsider", Policies.WriteRequests, "Have a denial looked at again", body => body);

    private static void MapReview(RequestRoutes routes) => routes
        .PostPart<QuestionText, AskQuestion>("/{id}/questions/{part}", Policies.WorkOnRequests, "Ask the applicant", (part, body) => new AskQuestion(part, body.Text ?? "", body.Sections))
        .PostPart<WithdrawQuestion>("/{id}/questions/{part}/withdraw", Policies.WorkOnRequests, "Withdraw a question", part => new WithdrawQuestion(part))
        .Post<RecordAvailability>("/{id}/availability", Policies.ManageRequests, "Record whether the data are there and enough", body => body)
        .Post<RecordPolicyCheck>("/{id}/policy-check", Policies.ManageRequests, "Record the policy check", body => body)
        .Post<ReturnToStage>("/{id}/return", Policies.LeadRequests, "A step back", body => body)
        .Post<AddCriterion>("/{id}/criteria", Policies.DecideRequests, "One more criterion", body => body)
        .Post<AssignReviewers>("/{id}/reviewers", Policies.ManageRequests, "Assign reviewers", body => body)
        .PostPart<ReasonText, UnassignReviewer>("/{id}/reviewers/{part}/unassign", Policies.ManageRequests, "Unassign a reviewer", (part, body) => new UnassignReviewer(part, body.Reason ?? ""))
        .Post<DeclareConflict>("/{id}/conflict", Policies.WorkOnRequests, "Declare whether there is a conflict of interest", body => body)
        .Post<Evaluate>("/{id}/evaluation", Policies.EvaluateRequests, "Evaluate", body => body)
        .Post<ExtendBallot>("/{id}/ballot/extend", Policies.DecideRequests, "Extend the ballot", body => body)
        .Post<CloseBallot>("/{id}/ballot/close", Policies.DecideRequests, "Close the ballot", () => new CloseBallot())
        .Post<Decide>("/{id}/decision", Policies.DecideRequests, "Decide", body => body)
        .Post<CorrectDecision>("/{id}/decision/correct", Policies.DecideRequests, "Correct a decision that nobody was told of", body => body)
        .Post<NotifyDecision>("/{id}/decision/notify", Policies.ManageRequests, "Tell the applicant", () => new NotifyDecision());

    private static void MapAccess(RequestRoutes routes) => routes
        .Post<DeclineToFulfil>("/{id}/decline-to-fulfil", Policies.ManageRequests, "Propose not to fulfil", body => body)
        .Post<ApproveDeclining>("/{id}/decline-to-fulfil/approve", Policies.ManageRequests, "The second person agrees not to fulfil", () => new ApproveDeclining())
        .Post<AcceptTerms>("/{id}/terms", Policies.WriteRequests, "A member accepts the terms of the agreement", body => body)
        .Post<ReportProgress>("/{id}/reports/progress", Policies.WriteRequests, "Report progress", body => body)
        .Post<ReportPublication>("/{id}/reports/publication", Policies.WriteRequests, "Report a publication", body => body)
        .Post<ReportIncident>("/{id}/reports/incident", Policies.WriteRequests, "Report an incident; access pauses", body => body)
        .Post<AttestDestruction>("/{id}/destruction", Policies.WriteRequests, "Certify that the data were destroyed", body => body)
        .Post<CloseOut>("/{id}/close-out", Policies.WriteRequests, "Close out", body => body)
        .Post<AcceptCloseOut>("/{id}/close-out/accept", Policies.ReleaseData, "Accept the close-out", () => new AcceptCloseOut())
        .Post<Pause>("/{id}/pause", Policies.LeadRequests, "Pause access", body => body)
        .Post<Resume>("/{id}/resume", Policies.LeadRequests, "Resume access", body => body)
        .Post<Revoke>("/{id}/revoke", Policies.LeadRequests, "Revoke access", body => body);

    private static async Task<Results<Created<RequestAnswer>, ProblemHttpResult>> CreateAsync(CreateDraft create, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var context = caller.Command(request, "create-request", ids);
        var id = $"request-{context.Id.Value:n}"[..24];
        return (await RequestRoutes.Grain(grains, id).Handle(context, create)).ToCreated(answer => $"/api/requests/{answer.RequestId}");
    }

    private static async Task<Results<Ok<RequestView>, ProblemHttpResult>> ViewAsync(string id, Caller caller, IGrainFactory grains) =>
        (await RequestRoutes.Grain(grains, id).View(caller.Actor.Id)).ToHttp();

    private static async Task<Results<Ok<ImmutableArray<CandidateView>>, ProblemHttpResult>> CandidatesAsync(string id, string[]? reviewer, Caller caller, IGrainFactory grains) =>
        (await RequestRoutes.Grain(grains, id).Candidates(caller.Actor.Id, [.. (reviewer ?? []).Take(MostCandidates)])).ToHttp();

    private static async Task<Results<Ok<RequestExplanation>, ProblemHttpResult>> ExplainAsync(string id, Caller caller, IGrainFactory grains, ReadStore read)
    {
        var explained = await RequestRoutes.Grain(grains, id).Explain(caller.Actor.Id);
        return explained.IsRefused ? explained.Refusal.ToProblem() : TypedResults.Ok(await RequestFigures.WithUsualAsync(explained.Value, read));
    }
}
