using System.Collections.Immutable;
using Centra.People;

namespace Centra.Tests.People;

public class PersonRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonFacts ManyOperators = new(OperatorsEver: 3, PracticeExists: true);

    public static TheoryData<string, string, bool> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, bool>();
            foreach (var held in Roles.All)
            {
                foreach (var asked in Roles.All.Where(role => role != held))
                    pairs.Add(held, asked, !Roles.HeldAlone.Contains(held) && !Roles.HeldAlone.Contains(asked));
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Propose_EveryRoleBesideEveryOther_FollowsTheSeparationOfDuties(string held, string asked, bool mayBe)
    {
        var person = Person(practice: held == Roles.ProviderAgent || asked == Roles.ProviderAgent ? "north" : null, held);

        var decided = Decide(person, new ProposeRole(asked));

        decided.Refusal?.Code.ShouldBe(nameof(PersonRefusal.RolesAreIncompatible));
        decided.IsRefused.ShouldBe(!mayBe);
    }

    [Fact]
    public void Propose_RoleOfTheSocietyForSomebodyOfAPractice_IsRefused() =>
        Decide(Person("north"), new ProposeRole(Roles.DataSteward)).ShouldBeRefused(PersonRefusal.RolesAreIncompatible);

    [Fact]
    public void Propose_Role_WaitsForASecondOperator() =>
        Decide(Person(), new ProposeRole(Roles.Finance)).Value.ShouldBe([new RoleProposed(Roles.Finance, "one", Now)]);

    [Fact]
    public void Propose_SecondOperatorEver_IsGrantedByTheFirstAlone() =>
        Decide(Person(), new ProposeRole(Roles.Operator), facts: new PersonFacts(1, false)).Value.ShouldBe([new RoleGranted(Roles.Operator, "one", null)]);

    [Fact]
    public void Propose_OperatorWhenTwoEverWere_WaitsAlsoIfOneIsLeft() =>
        Decide(Person(), new ProposeRole(Roles.Operator), facts: new PersonFacts(2, false)).Value.ShouldBe([new RoleProposed(Roles.Operator, "one", Now)]);

    [Fact]
    public void Propose_OtherRoleByTheOnlyOperator_WaitsNevertheless() =>
        Decide(Person(), new ProposeRole(Roles.Finance), facts: new PersonFacts(1, false)).Value.ShouldBe([new RoleProposed(Roles.Finance, "one", Now)]);

    [Fact]
    public void Approve_ByTheProposer_IsRefused() =>
        Decide(Proposed(Roles.Finance, by: "one"), new ApproveRole(Roles.Finance)).ShouldBeRefused(PersonRefusal.SecondOperatorIsNeeded);

    [Fact]
    public void Approve_ByAnother_Grants()
    {
        var decided = Decide(Proposed(Roles.Finance, by: "two"), new ApproveRole(Roles.Finance));

        decided.Value.ShouldBe([new RoleGranted(Roles.Finance, "two", "one")]);
        var after = decided.Value.Aggregate(Proposed(Roles.Finance, "two"), PersonRules.Apply);
        (after.Roles.Single(), after.Proposals.Length).ShouldBe((Roles.Finance, 0));
    }

    [Fact]
    public void Approve_WhatBecameIncompatibleMeanwhile_IsRefused() =>
        Decide(Proposed(Roles.Finance, by: "two") with { Roles = [Roles.Operator] }, new ApproveRole(Roles.Finance)).ShouldBeRefused(PersonRefusal.RolesAreIncompatible);

    [Fact]
    public void Approve_WhatNobodyProposed_IsRefused() => Decide(Person(), new ApproveRole(Roles.Finance)).ShouldBeRefused(PersonRefusal.RoleWasNotProposed);

    [Fact]
    public void Admit_WithAnUnknownRole_AdmitsNobody() => Decide(PersonState.None, new AdmitPerson(null, ["King"])).ShouldBeRefused(PersonRefusal.RoleIsUnknown);

    [Fact]
    public void Admit_Twice_IsRefused() => Decide(Person(), new AdmitPerson(null, [])).ShouldBeRefused(PersonRefusal.PersonWasAdmittedAlready);

    [Fact]
    public void EveryCommand_AboutOneself_IsRefused()
    {
        PersonCommand[] commands = [new ProposeRole(Roles.Finance), new ApproveRole(Roles.Finance), new RemoveRole(Roles.Finance), new DisablePerson(), new EnablePerson(), new RecordTraining("E", default)];

        foreach (var command in commands)
            Decide(Person(), command, actor: "user").ShouldBeRefused(PersonRefusal.NobodyGovernsThemselves);
    }

    [Fact]
    public void EveryCommand_AboutNobody_IsRefused()
    {
        PersonCommand[] commands = [new ProposeRole(Roles.Finance), new ApproveRole(Roles.Finance), new RemoveRole(Roles.Finance), new DisablePerson(), new EnablePerson(), new RecordTraining("E", default), new NoteCredentials(CredentialChange.Unlocked)];

        foreach (var command in commands)
            Decide(PersonState.None, command).ShouldBeRefused(PersonRefusal.PersonNotFound);
    }

    [Theory]
    [InlineData(CredentialChange.PasswordChanged, "user", true)]
    [InlineData(CredentialChange.PasswordChanged, "one", false)]
    [InlineData(CredentialChange.PasswordReset, "one", true)]
    [InlineData(CredentialChange.PasswordReset, "user", false)]
    [InlineData(CredentialChange.SecondFactorRemoved, "one", false)]
    [InlineData(CredentialChange.SecondFactorReset, "user", false)]
    [InlineData(CredentialChange.None, "one", false)]
    public void Credentials_AreChangedByWhomTheyAreOf_AndResetByOthers(CredentialChange change, string actor, bool mayBe) =>
        Decide(Person(), new NoteCredentials(change), actor).IsRefused.ShouldBe(!mayBe);

    [Fact]
    public void Training_InTheFuture_IsRefused() =>
        Decide(Person(), new RecordTraining("The society", new DateOnly(2026, 3, 3))).ShouldBeRefused(PersonRefusal.TrainingIsWrong);

    private static PersonState Person(string? practice = null, params string[] roles) =>
        PersonState.None with { Standing = PersonStanding.Active, PracticeId = practice, Roles = [.. roles] };

    private static PersonState Proposed(string role, string by) => Person() with { Proposals = [new RoleProposal(role, by, Now)] };

    private static Result<ImmutableArray<PersonEvent>> Decide(PersonState state, PersonCommand command, string actor = "one", PersonFacts? facts = null) =>
        PersonRules.Decide(state, command, new Governing("user", actor), facts ?? ManyOperators, Now);
}
