namespace Centra.Storage;

/// <summary>What a request is to whoever asks for the list: they applied, they review, they saw to it as a manager, it waits for them.</summary>
public static class RequestMine
{
    /// <summary>They are of its team.</summary>
    public const string Applied = "applied";

    /// <summary>They have a reviewer's seat.</summary>
    public const string Reviewing = "review";

    /// <summary>They took a manager's step in it.</summary>
    public const string Managing = "manage";

    /// <summary>The next step is theirs, or of a role that they have.</summary>
    public const string Waiting = "waiting";

    /// <summary>The chair of its committee, who is asked for by name: of other committees nothing waits for them.</summary>
    public const string Chair = "chair";

    private const string Official = "signing official";

    private const string HasEvaluated = "exists (select 1 from request_act a where a.request_id = p.request_id and a.user_id = p.user_id and a.act = 'Evaluated')";

    private const string Leads = $"$12 like '%|{Chair}|%' and exists (select 1 from committee_member m where m.committee_id = r.committee_id and m.user_id = $5 and m.part in ('chair', 'deputy'))";

    // As the rows say it, a ballot that all have voted in being the chair's to close: $5 is the asker, $11 what is asked, $12 the balls of their roles, $13 the institutions that they sign for.
    internal const string Sql = $"""
        $11 = ''
           or $11 = '{Applied}' and exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5 and p.part <> 'Reviewer')
           or $11 = '{Reviewing}' and exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5 and p.part = 'Reviewer')
           or $11 = '{Managing}' and exists (select 1 from request_act a where a.request_id = r.request_id and a.user_id = $5 and a.act = 'Managed')
           or $11 = '{Waiting}' and case r.ball
             when 'applicant' then (r.stage <> 'Active' or r.open_questions > 0) and exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5 and p.part in ('PrincipalInvestigator', 'Delegate'))
             when 'reviewer' then exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5 and p.part = 'Reviewer' and not {HasEvaluated})
               or {Leads} and not exists (select 1 from request_person p where p.request_id = r.request_id and p.part = 'Reviewer' and not {HasEvaluated})
             when '{Chair}' then {Leads}
             when '{Official}' then $13 like '%|' || r.institution_id || '|%'
             else $12 like '%|' || r.ball || '|%' end
        """;

    // The same as marks, joined as the index of each database is asked.
    internal static string Of(RequestFilter filter, MarkSyntax marks)
    {
        string Part(string part) => marks.Term(RequestMarks.Part(part, filter.UserId));
        string Act(string act) => marks.Term(RequestMarks.Act(act, filter.UserId));
        var asks = marks.Any([Part("PrincipalInvestigator"), Part("Delegate")]);
        return filter.Mine switch
        {
            Applied => marks.Any([Part("PrincipalInvestigator"), Part("Delegate"), Part("Member")]),
            Reviewing => Part("Reviewer"),
            Managing => Act("Managed"),
            Waiting => marks.Any([
                marks.All([marks.Term(RequestMarks.Ball("applicant")), asks, marks.Any([marks.Term(RequestMarks.Asked), marks.Except(asks, marks.Term(RequestMarks.Stage("Active")))])]),
                marks.All([marks.Term(RequestMarks.Ball("reviewer")), marks.Except(Part("Reviewer"), Act("Evaluated"))]),
                .. filter.Turns.Contains(Chair) ? [marks.All([marks.Term(RequestMarks.Ball("reviewer")), marks.Term(RequestMarks.VotesAreIn)])] : Array.Empty<string>(),
                .. filter.Turns.Select(turn => marks.Term(RequestMarks.Ball(turn))),
                .. filter.Institutions.Select(ror => marks.All([marks.Term(RequestMarks.Ball(Official)), marks.Term(RequestMarks.Institution(ror))])),
            ]),
            // What nobody can be to a request is nothing of theirs.
            _ => Act(""),
        };
    }
}
