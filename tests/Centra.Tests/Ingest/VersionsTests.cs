using Centra.Fhir;
using Centra.Ingest;
using Centra.Testing;

namespace Centra.Tests.Ingest;

public class VersionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Key128 Mine = new(1);
    private static readonly Key128 Other = new(2);

    // Stored: content, lastUpdated (hours from noon, or none), job, batch. Line: lastUpdated; always content Mine, job 5, batch 3.
    [Theory]
    [InlineData(true, null, 5, 3, null, LineOutcome.Accepted)]
    [InlineData(true, null, 5, 2, null, LineOutcome.Unchanged)]
    [InlineData(true, null, 4, 3, null, LineOutcome.Unchanged)]
    [InlineData(true, 9, 4, 3, 0, LineOutcome.Unchanged)]
    [InlineData(false, 0, 4, 1, 1, LineOutcome.Accepted)]
    [InlineData(false, 0, 9, 1, 1, LineOutcome.Accepted)]
    [InlineData(false, 1, 4, 1, 0, LineOutcome.Unchanged)]
    [InlineData(false, 0, 4, 1, 0, LineOutcome.Accepted)]
    [InlineData(false, 0, 6, 1, 0, LineOutcome.Unchanged)]
    [InlineData(false, null, 4, 1, 0, LineOutcome.Accepted)]
    [InlineData(false, 0, 4, 1, null, LineOutcome.Accepted)]
    [InlineData(false, 0, 6, 1, null, LineOutcome.Unchanged)]
    [InlineData(false, null, 5, 9, null, LineOutcome.Accepted)]
    [InlineData(false, null, 6, 1, null, LineOutcome.Unchanged)]
    public void Compare_StoredVersion_GivesWhatBecomesOfTheLine(bool sameContent, int? storedAt, long job, long batch, int? lineAt, LineOutcome expected)
    {
        var stored = new StoredVersion(sameContent ? Mine : Other, storedAt is { } hours ? Noon.AddHours(hours).ToUnixTimeMilliseconds() : null, job, batch);
        var line = new BatchLine(1, FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(TestLines.Condition("c", "p", lineAt is { } at ? Noon.AddHours(at) : null))).Resource!, default, Mine);

        Versions.Compare(stored, line, new BatchScope("north", 5, 3)).ShouldBe(expected);
    }

    [Fact]
    public void Compare_NothingStored_IsAccepted() =>
        Versions.Compare(null, new BatchLine(1, FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(TestLines.Condition("c", "p"))).Resource!, default, Mine), new BatchScope("north", 1, 1))
            .ShouldBe(LineOutcome.Accepted);
}
