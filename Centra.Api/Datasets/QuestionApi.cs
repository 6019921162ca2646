using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Datasets;

namespace Centra.Api.Datasets;

/// <summary>What people ask and wish of the catalogue; the stewards answer.</summary>
internal static class QuestionApi
{
    public static void MapQuestions(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/questions", (string id, Words body, [AsParameters] Call call) =>
            DatasetApi.SendAsync(id, new AskQuestion(IdOf(id, call), body.Text ?? ""), call)).RequireAuthorization(Policies.AskAboutDatasets).WithSummary("Ask the steward").Sends<AskQuestion>();
        group.MapPost("/{id}/questions/{question}/answer", (string id, string question, Words body, [AsParameters] Call call) =>
            DatasetApi.SendAsync(id, new AnswerQuestion(question, body.Text ?? ""), call)).RequireAuthorization(Policies.RunCatalogue).WithSummary("Answer a question").Sends<AnswerQuestion>();
        group.MapPost("/{id}/interest", (string id, Words body, [AsParameters] Call call) =>
            DatasetApi.SendAsync(id, new RegisterInterest(body.Text ?? ""), call)).RequireAuthorization(Policies.AskAboutDatasets).WithSummary("Hear when it comes").Sends<RegisterInterest>();
        group.MapGet("/questions", DatasetLists.QuestionsAsync).RequireAuthorization(Policies.SeeDatasetQuestions).WithSummary("Questions about datasets, oldest first");
        group.MapGet("/interest", DatasetLists.InterestAsync).RequireAuthorization(Policies.SeeDatasetQuestions).WithSummary("Who wants to hear when a dataset comes");
        group.MapGet("/my-questions", DatasetLists.OwnQuestionsAsync).RequireAuthorization(Policies.AskAboutDatasets).WithSummary("One's own questions and their answers");
    }

    // From the command's id, so that a repeated question has the same one.
    private static string IdOf(string datasetId, Call call) => $"question-{call.Context($"question-id-{datasetId}").Id.Value:n}"[..29];
}
