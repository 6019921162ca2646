using Orleans;
using Orleans.Concurrency;

namespace Centra.People;

/// <summary>
/// A person who signs in: standing, roles, training. Key: <c>person/USER</c>. What it says counts, from the next request on; passwords and
/// second factors are kept elsewhere and say nothing about rights.
/// </summary>
[Alias("centra.people.person")]
public interface IPersonGrain : IRecordedGrain
{
    /// <summary>Carries out a command, once. Who may send which is the endpoint's policy; what is allowed now is decided here.</summary>
    [Alias("handle")]
    Task<Result<PersonView>> Handle(CommandContext context, PersonCommand command);

    /// <summary>The person. Refused with <see cref="PersonRefusal.PersonNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<PersonView>> View();
}
