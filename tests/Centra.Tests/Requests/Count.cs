using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>Counts a ballot by hand from the history: the latest vote of everybody who sits in the present round.</summary>
internal static class Count
{
    public static IReadOnlyList<Evaluation> Votes(IEnumerable<RequestEvent> history)
    {
        var (seated, votes) = (new HashSet<string>(), new Dictionary<string, Evaluation>());
        foreach (var happened in history)
        {
            switch (happened)
            {
                case ReviewRoundBegun: seated.Clear(); votes.Clear(); break;
                case ReviewerAssigned assigned: seated.Add(assigned.Assignment.ReviewerId); break;
                case ReviewerUnassigned gone: seated.Remove(gone.ReviewerId); break;
                case ReviewerRecused gone: seated.Remove(gone.ReviewerId); break;
                case Evaluated voted: votes[voted.Evaluation.ReviewerId] = voted.Evaluation; break;
            }
        }
        return [.. votes.Where(vote => seated.Contains(vote.Key)).Select(vote => vote.Value)];
    }

    public static (int Approvals, int Denials, int NeedInformation) Of(IReadOnlyList<Evaluation> votes, string datasetId)
    {
        var said = votes.SelectMany(vote => vote.Datasets).Where(one => one.DatasetId == datasetId).Select(one => one.Recommendation).ToList();
        return (said.Count(one => one is Recommendation.Approve or Recommendation.ApproveWithConditions), said.Count(one => one is Recommendation.Deny), said.Count(one => one is Recommendation.NeedsInformation));
    }
}
