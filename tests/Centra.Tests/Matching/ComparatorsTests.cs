using System.Text;
using Centra.Bench.Matching;
using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

public class ComparatorsTests
{
    [Fact]
    public void Decode_OfEncoded_GivesTheSame()
    {
        var corruptor = new Corruptor(8);
        foreach (var person in new PeopleGenerator(7).People().Take(2_000))
        {
            var hashed = Sample.Hashed(Identities.Of(corruptor.Corrupt(person)) with { PatientIds = ["1", "2"] });
            var decoded = Comparators.Decode(hashed.Encode());

            decoded.Value.ShouldBe(hashed);
            Comparison.Of(decoded.Value!, hashed).ShouldBe(Comparison.Of(hashed, hashed));
        }
    }

    [Fact]
    public void Decode_OfEveryPartOrMore_IsRefused()
    {
        var encoded = Sample.Hashed(Sample.Person).Encode();
        for (var length = 0; length < encoded.Length; length++)
            Comparators.Decode(encoded.AsSpan(0, length)).Refusal.ShouldBe(MatchingRefusal.ComparatorsAreUnreadable.Because());
        Comparators.Decode([.. encoded, 0]).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Decode_OfAnotherVersion_IsRefused()
    {
        var encoded = Sample.Hashed(Sample.Person).Encode();
        encoded[0]++;

        Comparators.Decode(encoded).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Decode_OfGarbage_NeverThrowsAndComparesSafely()
    {
        var dice = new Dice(10);
        var (encoded, whole) = (Sample.Hashed(Sample.Person).Encode(), Sample.Hashed(Sample.Person));
        var readable = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var garbage = encoded.ToArray();
            for (var changes = dice.Between(1, 8); changes > 0; changes--)
                garbage[dice.Below(garbage.Length)] = (byte)dice.Below(dice.Chance(0.5) ? 4 : 256);
            var decoded = Comparators.Decode(garbage);
            if (decoded.IsRefused)
                continue;
            readable++;
            FellegiSunter.Decide(decoded.Value, whole, MatchModel.Current, 10).ShouldNotBeNull();
        }

        readable.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Encode_Always_HoldsNoPlaintext()
    {
        var text = Encoding.Latin1.GetString(Sample.Hashed(Sample.Person).Encode());

        foreach (var plain in new[] { "MICHAEL", "SAMPLETON", "19560409", "1956", "912345678", "5678", "66801", "633", "7203", "MRN-1" })
            text.ShouldNotContain(plain, Case.Insensitive);
    }

    [Fact]
    public void Encode_OfLongestIdentity_StaysWithinItsBound()
    {
        string[] names = [.. Enumerable.Range(0, 8).Select(i => $"Abcdefghijklmnopqrstuvw{(char)('A' + i)}")];
        var person = Sample.Person with
        {
            Given = [.. names], Family = string.Join(' ', names), FormerFamily = [.. names], AddressLine = "1 Abcdefghijklmnopqrstuvwx",
            PostalCode = "ABCDEFGHIJ", PatientIds = [.. names],
        };

        Sample.Hashed(person).Encode().Length.ShouldBeInRange(1_000, Comparators.LongestEncoding);
    }
}
