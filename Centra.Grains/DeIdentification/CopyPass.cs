using System.Text.Json;
using Centra.Fhir;

namespace Centra.DeIdentification;

/// <summary>
/// Walks a resource along the allow list and writes what the list keeps. This part minds structure and plain values. Each method stands on
/// a value, passes over it and tells whether it wrote anything; what wrote nothing is taken back by its caller.
/// </summary>
internal ref partial struct CopyPass
{
    private const int LongestText = 256;
    private const double LargestNumber = 1e7;

    private readonly CopyContext context;
    private readonly CopyBuffer output;
    private readonly List<ResourceKey> references;
    private readonly double oldestAge;
    private readonly bool isAboutAge;
    private JsonCursor cursor;
    private bool hasBirth;

    public CopyPass(FhirResource resource, CopyContext context, double oldestAge, bool isAboutAge)
    {
        this.context = context;
        this.oldestAge = oldestAge;
        this.isAboutAge = isAboutAge;
        output = CopyBuffer.Empty();
        references = [];
        cursor = new JsonCursor(resource.Bytes.Span);
    }

    /// <summary>The earliest year that was kept.</summary>
    public int? EarliestYear { get; private set; }

    /// <summary>Whether a quantity of time was met, which may be an age.</summary>
    public bool HasAge { get; private set; }

    /// <summary>Whether a code was met that says: the value is an age.</summary>
    public bool HasAgeCode { get; private set; }

    public readonly IReadOnlyList<ResourceKey> References => references;

    /// <summary>Writes the whole copy.</summary>
    public ReadOnlySpan<byte> Run(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id, CopyRule rule)
    {
        output.Open("{"u8);
        output.Name("resourceType"u8);
        output.Text(type);
        output.Name("id"u8);
        output.Text(id);
        cursor.EnterObject();
        WriteMembers(rule);
        output.Close("}"u8);
        return output.Written;
    }

    private bool Value(CopyRule rule) => cursor.Token == JsonTokenType.StartArray ? Array(rule) : Single(rule) || Nothing();

    private bool Single(CopyRule rule) => rule.Kind switch
    {
        CopyAs.Members => Object(rule),
        CopyAs.Code => Code(rule),
        CopyAs.Coding => Coding(),
        CopyAs.Year => Year(),
        CopyAs.Number => Number(),
        CopyAs.Boolean => Boolean(),
        CopyAs.Quantity => Quantity(),
        CopyAs.Subject => Subject(),
        CopyAs.Reference => Reference(rule),
        CopyAs.Address => Address(),
        _ => false,
    };

    private bool Array(CopyRule rule)
    {
        if (rule.Kind == CopyAs.Race)
            return Race();
        var mark = output.Mark;
        var isWritten = false;
        output.Open("["u8);
        cursor.EnterArray();
        while (cursor.NextItem())
            isWritten |= Item(rule);
        return Finish(mark, isWritten, "]"u8);
    }

    private bool Item(CopyRule rule)
    {
        var mark = output.Mark;
        return Finish(mark, cursor.Token != JsonTokenType.StartArray && (Single(rule) || Nothing()), default) || Nothing();
    }

    private bool Object(CopyRule rule)
    {
        if (!cursor.EnterObject())
            return false;
        var mark = output.Mark;
        output.Open("{"u8);
        return Finish(mark, WriteMembers(rule), "}"u8);
    }

    private bool WriteMembers(CopyRule rule)
    {
        var isWritten = false;
        while (cursor.NextMember())
            if (rule.Member(cursor.Name, out var name) is { } member)
                isWritten |= Member(name, member);
            else
                cursor.Skip();
        return isWritten;
    }

    private bool Member(ReadOnlySpan<byte> name, CopyRule rule)
    {
        if (rule.Kind is CopyAs.Birth or CopyAs.Ninety)
            return Birth(rule.Kind);
        var mark = output.Mark;
        output.Name(name);
        return Finish(mark, Value(rule), default);
    }

    private readonly bool Finish(int mark, bool isWritten, ReadOnlySpan<byte> bracket)
    {
        if (isWritten)
            output.Close(bracket);
        else
            output.TakeBack(mark);
        return isWritten;
    }

    private bool Nothing()
    {
        cursor.Skip();
        return false;
    }

    private readonly bool Boolean()
    {
        if (cursor.Token is not (JsonTokenType.True or JsonTokenType.False))
            return false;
        output.Number(cursor.Token == JsonTokenType.True ? "true"u8 : "false"u8);
        return true;
    }
}
