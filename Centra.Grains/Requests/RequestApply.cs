using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>How events change a request: the one path for live commands and for replay.</summary>
public static class RequestApply
{
    /// <summary>The state after an event.</summary>
    public static RequestState Apply(RequestState state, RequestEvent happened) => happened switch
    {
        DraftCreated created => Created(created),
        StageEntered entered => state with { Stage = entered.Stage, StageSince = entered.At, StageReason = entered.Reason },
        ContentRemoved removed => RemovalRules.Left(removed),
        DueSet due => state with { DueAt = due.At },
        BallTaken ball => state with { Ball = ball.By },
        Reminded reminded => state with { Reminded = state.Reminded.Add(reminded.What) },
        Superseded superseded => state with { SupersededBy = superseded.RequestId },
        PolicyChecked policy => state with { PolicyCheck = policy.Check },
        Reported reported => state with { Reports = state.Reports.Add(reported.Report) },
        AccessPaused paused => state with { Pause = paused.Pause },
        AccessResumed => state with { Pause = null },
        QuestionAsked or QuestionAnswered or QuestionWithdrawn or QuestionReminded or QuestionLapsed => state with { Questions = Questions(state.Questions, happened) },
        SectionEdited or DocumentAttached or DocumentDetached or TeamMemberAdded or TeamMemberRemoved or PrincipalInvestigatorChanged
            or DatasetAsked or DatasetDropped or InterestsDeclared or AvailabilityRecorded or TermsAccepted => state with { Application = Application(state.Application, happened) },
        RequestSubmitted submitted => state with { Pinned = submitted.Pinned, SubmittedAt = submitted.At, Application = Submitted(state.Application, submitted) },
        AgreementSeen or AgreementAwaited or AgreementExecuted or DecliningProposed or ReleaseOpened or FirstDownloaded or DestructionAttested or ClosedOut =>
            state with { Contract = Contract(state.Contract, happened) },
        ReviewRoundBegun begun => state with { Review = ReviewApply.Begin(state, begun) },
        CriterionAdded or ReviewerAssigned or ReviewerUnassigned or ConflictDenied or ConflictDeclared or ReviewerRecused or Evaluated or BallotOpened
            or BallotExtended or BallotClosed or Decided or DecisionCorrected or ApplicantNotified => state with { Review = ReviewApply.Apply(state.Review, happened) },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static RequestState Created(DraftCreated created) => RequestState.None with
    {
        RequestId = created.RequestId,
        Kind = created.Kind,
        ParentId = created.ParentId,
        Stage = RequestStage.Draft,
        StageSince = created.At,
        CreatedAt = created.At,
        Application = (created.CopyOf ?? new Application()) with { Title = created.Title, Team = Team(created) },
    };

    private static ImmutableArray<TeamMember> Team(DraftCreated created) =>
        [created.Applicant, .. (created.CopyOf?.Team ?? []).Where(member => member.UserId != created.Applicant.UserId)];

    private static ImmutableArray<Question> Questions(ImmutableArray<Question> questions, RequestEvent happened) => happened switch
    {
        QuestionAsked asked => questions.Add(asked.Question),
        QuestionAnswered answered => Change(questions, answered.QuestionId, question => question with { Answer = answered.Answer, EndedAt = answered.At }),
        QuestionWithdrawn withdrawn => Change(questions, withdrawn.QuestionId, question => question with { EndedAt = withdrawn.At }),
        QuestionLapsed lapsed => Change(questions, lapsed.QuestionId, question => question with { EndedAt = lapsed.At }),
        QuestionReminded reminded => Change(questions, reminded.QuestionId, question => question with { Reminders = reminded.Reminders }),
        _ => questions,
    };

    private static ImmutableArray<Question> Change(ImmutableArray<Question> questions, string id, Func<Question, Question> change) =>
        [.. questions.Select(question => question.QuestionId == id ? change(question) : question)];

    private static Application Application(Application form, RequestEvent happened) => happened switch
    {
        SectionEdited edited => form with { Sections = form.Sections.SetItem(edited.Section, new Section(edited.Text, edited.Revision)) },
        DocumentAttached attached => form with { Documents = [.. form.Documents.Where(known => known.DocumentId != attached.Document.DocumentId), attached.Document] },
        DocumentDetached detached => form with { Documents = form.Documents.RemoveAll(known => known.DocumentId == detached.DocumentId) },
        TeamMemberAdded added => form with { Team = form.Team.Add(added.Member) },
        TeamMemberRemoved removed => Members(form, removed.UserId, member => member with { RemovedAt = removed.At }),
        PrincipalInvestigatorChanged changed => Members(
            Members(form, changed.From, member => member with { Part = TeamPart.Delegate }), changed.To, member => member with { Part = TeamPart.PrincipalInvestigator }),
        TermsAccepted accepted => Members(form, accepted.UserId, member => member with { AcceptedVersion = accepted.Version, AcceptedAt = accepted.At }),
        DatasetAsked asked => form with { Datasets = [.. form.Datasets.Where(known => known.DatasetId != asked.Dataset.DatasetId), asked.Dataset] },
        DatasetDropped dropped => form with { Datasets = form.Datasets.RemoveAll(known => known.DatasetId == dropped.DatasetId) },
        InterestsDeclared declared => form with { CoAuthors = declared.CoAuthors, Funders = declared.Funders, Category = declared.Category },
        AvailabilityRecorded recorded => form with { Datasets = [.. form.Datasets.Select(known => Found(known, recorded))] },
        _ => form,
    };

    private static Application Members(Application form, string userId, Func<TeamMember, TeamMember> change) =>
        form with { Team = [.. form.Team.Select(member => member.UserId == userId && member.RemovedAt is null ? change(member) : member)] };

    private static RequestedDataset Found(RequestedDataset known, AvailabilityRecorded recorded) =>
        known with { Availability = recorded.Datasets.FirstOrDefault(one => one.DatasetId == known.DatasetId) ?? known.Availability };

    private static Application Submitted(Application form, RequestSubmitted submitted) => form with
    {
        Datasets = [.. form.Datasets.Select(known => submitted.Datasets.First(pinned => pinned.DatasetId == known.DatasetId) is var pinned
            ? known with { Version = pinned.Version, Sensitivity = pinned.Sensitivity, Availability = null } : known)],
    };

    private static Contract Contract(Contract contract, RequestEvent happened) => happened switch
    {
        AgreementSeen seen => contract with { AgreementVersion = seen.Version, IssuedAt = seen.At, AwaitedFrom = Balls.Official },
        AgreementAwaited awaited => contract with { AwaitedFrom = awaited.From },
        AgreementExecuted executed => contract with
        {
            ExecutedVersion = executed.Version,
            ExecutedSha256 = executed.Sha256,
            Starts = executed.Starts,
            Ends = executed.Ends,
            EndsAt = executed.EndsAt,
        },
        DecliningProposed proposed => contract with { Declining = proposed.Proposal },
        ReleaseOpened opened => contract with { ReleaseVersion = opened.Version },
        FirstDownloaded downloaded => contract with { FirstDownloadAt = downloaded.At },
        DestructionAttested attested => contract with { Destruction = attested.Certificate },
        ClosedOut => contract with { IsClosedOut = true },
        _ => contract,
    };
}
