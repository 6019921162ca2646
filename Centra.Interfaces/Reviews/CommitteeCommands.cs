using Orleans;
using static Centra.Reviews.ReviewRefusal;

namespace Centra.Reviews;

/// <summary>What can be commanded of a committee: a closed family. A person has one part in it at a time.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.committee-command")]
public abstract record CommitteeCommand;

/// <summary>A committee begins.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.found-committee")]
[RefusedWith(CommitteeIdIsWrong, CommitteeNameIsWrong, CommitteeIsFoundedAlready)]
public sealed record FoundCommittee([property: Id(0)] string Name) : CommitteeCommand;

/// <summary>Somebody with the role Chair decides from now on; the former chair has no part any more.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.appoint-chair")]
[RefusedWith(CommitteeNotFound, PersonLacksTheRole, PersonHasAnotherPart)]
public sealed record AppointChair([property: Id(0)] string UserId) : CommitteeCommand;

/// <summary>Somebody with the role Chair decides where the chair is in conflict or absent.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.appoint-deputy")]
[RefusedWith(CommitteeNotFound, PersonLacksTheRole, PersonHasAnotherPart)]
public sealed record AppointDeputy([property: Id(0)] string UserId) : CommitteeCommand;

/// <summary>Somebody with the role Reviewer evaluates.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.add-member")]
[RefusedWith(CommitteeNotFound, PersonLacksTheRole, PersonHasAnotherPart)]
public sealed record AddMember([property: Id(0)] string UserId) : CommitteeCommand;

/// <summary>A deputy or member leaves. A chair is replaced instead.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.remove-member")]
[RefusedWith(CommitteeNotFound, MemberNotFound)]
public sealed record RemoveMember([property: Id(0)] string UserId) : CommitteeCommand;
