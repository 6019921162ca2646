using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Reads a line once, token by token: is it JSON that can be read in one way only, and whom is it about. Keeps no tree. Throws
/// <see cref="JsonException"/> where the JSON is broken; the caller turns that into a code. This part minds the form.
/// </summary>
internal ref partial struct FhirScanner
{
    public const int DeepestNesting = 64;

    /// <summary>Length of the marks that the caller lends: one for each object that may be open.</summary>
    public const int MarksNeeded = DeepestNesting + 2;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting + 1 };

    private readonly ReadOnlySpan<byte> line;
    private readonly Span<byte> marks;
    private readonly NameStack names = NameStack.Empty();
    private Utf8JsonReader reader;
    private ReadOnlySpan<byte> name;
    private ReadOnlySpan<byte> root;
    private bool isMember;

    public FhirScanner(ReadOnlySpan<byte> line, Span<byte> marks, FhirType? type)
    {
        this.line = line;
        this.marks = marks;
        reader = new Utf8JsonReader(line, Options);
        Found.Type = type;
    }

    public FhirFindings Found;

    public LineCode Scan()
    {
        while (reader.Read())
        {
            var code = OnToken();
            if (code != LineCode.None)
                return code;
        }

        return LineCode.None;
    }

    private LineCode OnToken()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                return OnName();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return OnOpen();
            case JsonTokenType.EndObject:
                names.Close();
                OnReferenceEnd(reader.CurrentDepth + 1);
                return LineCode.None;
            case JsonTokenType.EndArray:
                return LineCode.None;
            default:
                return OnValue();
        }
    }

    private LineCode OnName()
    {
        if (reader.ValueIsEscaped)
            return LineCode.EscapedName;
        name = reader.ValueSpan;
        if (reader.CurrentDepth == 1)
            root = name;
        isMember = true;
        return names.Add(line, (int)reader.TokenStartIndex + 1, name.Length);
    }

    private LineCode OnOpen()
    {
        isMember = false;
        if (reader.CurrentDepth >= DeepestNesting)
            return LineCode.TooDeep;
        if (reader.TokenType != JsonTokenType.StartObject)
            return LineCode.None;
        Found.IsObject |= reader.CurrentDepth == 0;
        marks[reader.CurrentDepth + 1] = 0;
        names.Open();
        return LineCode.None;
    }

    private LineCode OnValue()
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped && !IsWholeText())
            return LineCode.NotUtf8;
        if (isMember)
            OnMember(reader.CurrentDepth);
        isMember = false;
        return LineCode.None;
    }

    /// <summary>Whether the escapes make text: half of a surrogate pair does not.</summary>
    private readonly bool IsWholeText()
    {
        if (reader.ValueSpan.IndexOf("\\u"u8) < 0)
            return true;
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
