using System.Text.Json;

namespace Centra.Fhir;

/// <summary>
/// Walks JSON that <see cref="FhirScanner"/> has found sound. Stands on a value; whoever reads a value leaves the cursor on its last token.
/// A value of another shape than was asked for is passed over and remembered in <see cref="IsBad"/>; null counts as absent.
/// </summary>
internal ref struct JsonCursor
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = FhirScanner.DeepestNesting + 1 };

    private Utf8JsonReader reader;

    public JsonCursor(ReadOnlySpan<byte> json)
    {
        reader = new Utf8JsonReader(json, Options);
        reader.Read();
    }

    /// <summary>The name of the member whose value the cursor stands on.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Whether a value had another shape than was asked for.</summary>
    public bool IsBad { get; private set; }

    public readonly JsonTokenType Token => reader.TokenType;

    public readonly bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    public bool EnterObject() => Enter(JsonTokenType.StartObject);

    public bool EnterArray() => Enter(JsonTokenType.StartArray);

    /// <summary>Goes to the value of the next member of the object that was entered; false at its end.</summary>
    public bool NextMember()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return false;
        Name = reader.ValueSpan;
        return reader.Read();
    }

    /// <summary>Goes to the next item of the array that was entered; false at its end.</summary>
    public bool NextItem()
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The string that the cursor stands on; null if there is none.</summary>
    public string? Text()
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        PassOver();
        return null;
    }

    /// <summary>The bytes of a string without escapes, or of a number; empty for anything else, and for a string too long for the
    /// scratch that unescaping it needs.</summary>
    public readonly ReadOnlySpan<byte> Bytes(Span<byte> scratch)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
            return default;
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        return reader.ValueSpan.Length <= scratch.Length ? scratch[..reader.CopyString(scratch)] : default;
    }

    public readonly bool TryGetNumber(out double number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out number);
    }

    public void Skip() => reader.Skip();

    private bool Enter(JsonTokenType start)
    {
        if (reader.TokenType == start)
            return true;
        PassOver();
        return false;
    }

    private void PassOver()
    {
        IsBad |= reader.TokenType != JsonTokenType.Null;
        reader.Skip();
    }
}
