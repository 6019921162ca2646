using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What people and institutions are called, of those that a page speaks of. An id stands where there is no name.</summary>
public sealed record Names(IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, string> Institutions)
{
    /// <summary>None.</summary>
    public static Names None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Practices by id.</summary>
    public IReadOnlyDictionary<string, string> Practices { get; init; } = new Dictionary<string, string>();

    /// <summary>Somebody.</summary>
    public string Person(string? userId) => userId is null ? "" : People.GetValueOrDefault(userId, userId);

    /// <summary>An institution.</summary>
    public string Institution(string? ror) => ror is null ? "" : Institutions.GetValueOrDefault(ror, ror);

    /// <summary>A practice; nothing where there is none.</summary>
    public string Practice(string? id) => id is null ? "" : Practices.GetValueOrDefault(id, id);

    /// <summary>Those of these ids.</summary>
    internal static Task<Names> OfAsync(ReadStore read, IEnumerable<string> people, IEnumerable<string> rors, IEnumerable<string?>? practices = null) => read.Database.ReadAsync(async session =>
        new Names(await PeopleList.NamesAsync(session, people), await InstitutionList.NamesAsync(session, rors)) { Practices = await PracticeList.NamesAsync(session, practices?.OfType<string>() ?? []) });

    /// <summary>Of these practices.</summary>
    internal static Task<Names> OfPracticesAsync(ReadStore read, IEnumerable<string?> practices) => OfAsync(read, [], [], practices);

    /// <summary>How many people and institutions a name stands for is nobody's business in a log.</summary>
    public override string ToString() => nameof(Names);
}
