using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Applications as they cross calls, and back for a copy.</summary>
internal static class ApplicationViews
{
    public static ApplicationView Of(Application form) => new(
        form.Title,
        [.. form.Sections.Select(one => new SectionView(one.Key, one.Value.Text, one.Value.Revision))],
        [.. form.Team.Select(one => new TeamMemberView(one.UserId, one.Name, one.InstitutionId, one.Part, one.AcceptedVersion, one.RemovedAt))],
        [.. form.Datasets.Select(one => new RequestedDatasetView(one.DatasetId, one.Title, one.Version, one.Variables, one.Cohort, one.FromYear, one.ToYear, one.Sensitivity, one.Availability))],
        form.Documents, form.CoAuthors, form.Funders, form.Category);

    public static ContractView Of(Contract contract, RequestParts parts) => new(
        contract.AgreementVersion, contract.ExecutedVersion, contract.ExecutedSha256, contract.Starts, contract.Ends, contract.ReleaseVersion,
        contract.FirstDownloadAt, contract.IsClosedOut, (parts & RequestParts.Society) != 0 ? contract.Declining?.Reason : null);

    /// <summary>An application to begin with.</summary>
    public static Application From(ApplicationView view) => new()
    {
        Title = view.Title,
        Sections = view.Sections.ToImmutableSortedDictionary(one => one.Key, one => new Section(one.Text, one.Revision)),
        Team = [.. view.Team.Select(one => new TeamMember(one.UserId, one.Name, one.InstitutionId, one.Part, default) { RemovedAt = one.RemovedAt })],
        Datasets = [.. view.Datasets.Select(one => new RequestedDataset(one.DatasetId, one.Title, one.Variables, one.Cohort, one.FromYear, one.ToYear))],
        Documents = view.Documents,
        CoAuthors = view.CoAuthors,
        Funders = view.Funders,
        Category = view.Category,
    };
}
