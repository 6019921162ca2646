using System.Collections.Immutable;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Register;
using Centra.Storage;

namespace Centra.Consent;

/// <summary>Opt-outs by the file: first a preview, then up to a thousand a transaction.</summary>
public sealed class OptOutFiles(OptOutIntake intake, OptingOut optingOut, Vault vault, IdSource ids, TimeProvider clock)
{
    /// <summary>Hashes every line. What cannot be read or recognises nobody is rejected by line.</summary>
    public IReadOnlyList<OptOutLine> Hash(ImmutableArray<SourceLine> lines, string practiceId) => [.. lines.Select(line =>
    {
        var read = line.Code is LineCode.None ? IdentityLine.Read(line.Bytes) : new IdentityLine(line.Code, null);
        if (read.Demographics is null)
            return new OptOutLine(line.Number, null, read.Code.ToString());
        var hashed = intake.Hash(read.Demographics, practiceId);
        return hashed.IsRefused ? new OptOutLine(line.Number, null, hashed.Refusal.Code) : new OptOutLine(line.Number, hashed.Value, null);
    })];

    /// <summary>What entering a file would do in the practice's own store.</summary>
    public async Task<OptOutPreview> PreviewAsync(IReadOnlyList<OptOutLine> lines, string practiceId)
    {
        var effects = await EffectsAsync(lines, practiceId);
        var (erased, held) = (effects.Sum(line => line.OwnPatientsErased), effects.Sum(line => line.OwnPatientsHeld));
        var live = await vault.Database.ReadAsync(session => session.NumberAsync("select count(*) from patient where practice_id = $1 and status = 1", practiceId));
        var valid = lines.Count(line => line.Identity is not null);
        return new OptOutPreview(lines.Count, valid, lines.Count - valid, erased, held, ConsentRules.NeedsConfirmation(valid, erased + held, live),
            [.. lines.Where(line => line.Code is not null).Select(line => new RejectedLine(line.Line, line.Code!))]) { Effects = [.. effects] };
    }

    // What each line would do in the practice's own store.
    private async Task<List<LineEffect>> EffectsAsync(IReadOnlyList<OptOutLine> lines, string practiceId)
    {
        var effects = new List<LineEffect>();
        foreach (var line in lines)
        {
            var matched = line.Identity is null ? null : await optingOut.PreviewAsync(line.Identity);
            effects.Add(new LineEffect(line.Line, line.Code, matched?.Suppressed.Count(patient => patient.Row.PracticeId == practiceId) ?? 0, matched?.Review.Count(one => one.Patient.Row.PracticeId == practiceId) ?? 0));
        }
        return effects;
    }

    /// <summary>Enters the valid lines. A repeat under the same command id changes nothing.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="practiceId">The practice that holds the forms.</param>
    /// <param name="commandOf">The command of a line.</param>
    public async IAsyncEnumerable<(OptOutLine Line, Result<OptOutView>? Answer)> EnterAsync(IReadOnlyList<OptOutLine> lines, string practiceId, Func<OptOutLine, CommandContext> commandOf)
    {
        foreach (var chunk in lines.Chunk(OptingOut.Most))
        {
            var valid = chunk.Where(line => line.Identity is not null).ToList();
            var answers = await optingOut.EnterAsync([.. valid.Select(line => (ids.NewId("optout"), Command(line, practiceId, commandOf(line))))]);
            var byLine = valid.Zip(answers).ToDictionary(one => one.First, one => one.Second);
            foreach (var line in chunk)
                yield return (line, byLine.GetValueOrDefault(line));
        }
    }

    /// <summary>Whether tokens were made for epochs that are no longer in force: then the lines have to be hashed again.</summary>
    public static bool IsOfAnotherEpoch(Result<OptOutView>? answer) => answer?.Refusal?.Code == nameof(RegisterRefusal.TokensAreOfAnotherEpoch);

    private OptOutCommand Command(OptOutLine line, string practiceId, CommandContext context) =>
        new(context, practiceId, line.Identity!, null, AskedBy.Self, [], clock.GetUtcNow());
}

/// <summary>A line of a file of opt-outs: hashed, or rejected with a code.</summary>
public sealed record OptOutLine(long Line, HashedIdentity? Identity, string? Code);

/// <summary>What entering a file would do in the practice's own store.</summary>
/// <param name="Lines">Lines read.</param>
/// <param name="Valid">Lines that would be entered.</param>
/// <param name="Rejected">Lines that would not.</param>
/// <param name="OwnPatientsErased">The practice's patients that would be erased.</param>
/// <param name="OwnPatientsHeld">The practice's patients that would be hidden until an officer has decided.</param>
/// <param name="ConfirmationNeeded">Whether entering needs the number of valid lines said again.</param>
/// <param name="Rejects">Rejected lines with codes.</param>
public sealed record OptOutPreview(
    int Lines, int Valid, int Rejected, int OwnPatientsErased, int OwnPatientsHeld, bool ConfirmationNeeded, ImmutableArray<RejectedLine> Rejects)
{
    /// <summary>The same line by line, for pages.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ImmutableArray<LineEffect> Effects { get; init; } = [];
}

/// <summary>What a line of a file would do in the practice's own store.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Code">Why it cannot be entered; null: it can.</param>
/// <param name="OwnPatientsErased">Own patients that it would erase.</param>
/// <param name="OwnPatientsHeld">Own patients that it would hide for an officer to decide.</param>
public sealed record LineEffect(long Line, string? Code, int OwnPatientsErased, int OwnPatientsHeld);
