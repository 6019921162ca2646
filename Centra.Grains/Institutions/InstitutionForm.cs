using Centra.Recording;

namespace Centra.Institutions;

/// <summary>How institutions are stored, and how they are shown.</summary>
internal static class InstitutionForm
{
    public static RecordedForm<InstitutionState, InstitutionEvent, InstitutionRecord> Recorded { get; } = new(Load, Save, InstitutionRules.Apply);

    public static InstitutionView View(string ror, InstitutionState state) => new(ror, state.Name, state.Country, state.Officials);

    private static InstitutionState Load(InstitutionRecord? stored) =>
        stored is null ? InstitutionState.None : new InstitutionState(stored.Name ?? "", stored.Country ?? "", [.. stored.Officials ?? []]);

    private static InstitutionRecord Save(InstitutionState state) => new() { Name = state.Name, Country = state.Country, Officials = [.. state.Officials] };
}
