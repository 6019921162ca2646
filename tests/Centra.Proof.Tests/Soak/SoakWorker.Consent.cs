using Centra.Proof.Model;

namespace Centra.Proof.Soak;

/// <summary>Opt-outs, the ways back, and the operator.</summary>
internal sealed partial class SoakWorker
{
    private async Task OptOutAsync(OptedOut act, string command)
    {
        history.Begin(act);
        var form = World.Person(act.Person, act.Variant).Patient(World.PatientId(act.Person));
        var answer = await cast.Practices[act.Practice].CallAsync(HttpMethod.Post, "/api/opt-outs", [form], command);
        if (answer.IsSuccess)
        {
            var told = answer.Json;
            (act.OptOutId, act.InForce) = (told.GetProperty("optOutId").GetString(), told.GetProperty("inForce").GetBoolean());
            history.OptOuts.Told(act);
        }
        history.End(act, act.OptOutId ?? answer.Code);
    }

    private async Task WithdrawAsync()
    {
        if (history.OptOuts.AnyStanding(_random, (0, world.People)) is not { OptOutId: { } optOutId } entered)
            return;
        var act = history.Begin(new Withdrew(number, history.Now, optOutId, entered.Person, _random.Next(4) > 0));
        var asked = await AskAsync(act, entered);
        var answer = asked.IsSuccess
            ? await cast.Officer.CallAsync(HttpMethod.Post, $"/api/opt-outs/{optOutId}/withdrawals/{asked.Json.GetProperty("requestId").GetString()}/confirm", command: NewCommand())
            : asked;
        act.Ended = answer.IsSuccess ? [.. answer.Json.GetProperty("withdrawn").EnumerateArray().Select(id => id.GetString()!)] : [];
        history.OptOuts.Ended(act.Ended);
        history.End(act, answer.IsSuccess ? string.Join(' ', act.Ended) : answer.Code);
    }

    private Task<SoakAnswer> AskAsync(Withdrew act, OptedOut entered)
    {
        var person = World.Person(entered.Person, 0);
        var form = $$"""
            {"given":["{{person.Given}}"],"family":"{{person.Family}}","birthDate":"{{person.BirthDate}}","sex":"{{person.Gender}}","postalCode":"{{person.PostalCode}}",
             "addressLine":"{{person.AddressLine}}","formSha256":"{{new string('0', 64)}}"}
            """;
        return act.IsReinstatement
            ? cast.Practices[entered.Practice].CallAsync(HttpMethod.Post, $"/api/opt-outs/{act.OptOutId}/reinstate", [form], NewCommand(), isJson: true)
            : cast.Practices[entered.Practice].CallAsync(HttpMethod.Post, $"/api/opt-outs/{act.OptOutId}/correct", command: NewCommand());
    }

    private async Task RekeyAsync()
    {
        var act = history.Begin(new Tended(number, history.Now, "re-keying"));
        history.End(act, (await cast.Operator.CallAsync(HttpMethod.Post, "/api/admin/register/rekey", command: NewCommand())).Code);
    }
}
