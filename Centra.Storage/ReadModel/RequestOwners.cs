namespace Centra.Storage;

/// <summary>Whose requests are outside the society: their team's, and their institution's officials' once there is an agreement to sign.</summary>
public static class RequestOwners
{
    /// <summary>Requests that have this document.</summary>
    public static Task<List<string>> OfDocumentAsync(DbSession session, string documentId) =>
        session.QueryAsync("select request_id from request_document where document_id = $1 order by request_id", row => row.GetString(0), documentId);

    /// <summary>Institutions that somebody signs for now.</summary>
    public static Task<List<string>> SignsForAsync(DbSession session, string userId, long now) =>
        session.QueryAsync("select ror from signing_official where user_id = $1 and verified_until > $2 order by ror", row => row.GetString(0), userId, now);

    /// <summary>Whether a request is of a user. Who has few is not to wait while the others' are looked through.</summary>
    /// <param name="request">The column of the request.</param>
    /// <param name="user">The parameter of the user.</param>
    /// <param name="now">The parameter of the time, in Unix milliseconds.</param>
    internal static string Own(string request, string user, string now) => $"""
        {request} in (
          select p.request_id from request_person p where p.user_id = {user} and p.part in ('PrincipalInvestigator', 'Delegate', 'Member')
          union
          select r.request_id from signing_official o join request r on r.institution_id = o.ror and r.agreement_version > 0 where o.user_id = {user} and o.verified_until > {now})
        """;
}
