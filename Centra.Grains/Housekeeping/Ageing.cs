using System.Text;
using Centra.DeIdentification;
using Centra.Storage;

namespace Centra.Housekeeping;

/// <summary>Keeps "90 or older" true over all copies, those of erased patients included: a year of birth that was told may not be told any more.</summary>
public sealed class Ageing(Vault vault, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 25;

    /// <inheritdoc/>
    public string Name => "ageing";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var year = clock.GetUtcNow().Year;
        var aged = 0;
        while (await vault.Database.ReadAsync(session => Copies.BornUntilAsync(session, year - 90, AtOnce)) is { Count: > 0 } subjects)
            aged += await vault.Database.WriteAsync(Fence.Exclusive, session => AgeAsync(session, subjects, year));
        return aged;
    }

    private static async Task<int> AgeAsync(DbSession session, List<byte[]> subjects, int year)
    {
        foreach (var pseudonym in subjects)
        {
            var copies = await Copies.OfSubjectAsync(session, pseudonym);
            var aged = copies.Select(copy => (Copy: copy, Json: SafeHarbor.Age(Encoding.UTF8.GetBytes(copy.Content), year)))
                .Where(one => one.Json is not null).Select(one => one.Copy with { Content = Encoding.UTF8.GetString(one.Json!.Value.Span) });
            await Copies.WriteAsync(session, [.. aged]);
            await Copies.ForgetBirthYearAsync(session, pseudonym);
        }
        return subjects.Count;
    }
}
