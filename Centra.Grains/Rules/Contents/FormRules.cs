using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>The application form.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Introduction">What stands above it, Markdown.</param>
/// <param name="MayUploadFilledForm">Whether a filled form may be uploaded in place of the sections.</param>
/// <param name="Sections">Its sections, each saved by itself.</param>
public sealed record FormRules(string Title, string Introduction, bool MayUploadFilledForm, ImmutableArray<FormSection> Sections) : IRulesContent<FormRules>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.Form;

    /// <summary>All fields.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);

    /// <inheritdoc/>
    public static FormRules Read(Fields fields)
    {
        var form = new FormRules(
            fields.Text("title"), fields.Prose("introduction", 10_000), fields.Flag("mayUploadFilledForm", true), fields.List("sections", ReadSection, least: 1, most: 30));
        fields.Once("sections", form.Sections.Select(section => section.Key));
        fields.Once("sections", form.Fields.Select(field => field.Key));
        return form;
    }

    private static FormSection ReadSection(Fields item) => new(item.Key("key"), item.Text("title"), item.TextOrNull("help", 2000), item.List("fields", ReadField, least: 1, most: 50));

    private static FormField ReadField(Fields item)
    {
        var field = new FormField(
            item.Key("key"), item.Text("label"), item.TextOrNull("help", 1000), item.Choice<FieldKind>("kind"), item.Flag("required", false),
            item.WholeOrNull("maxLength", 1, 50_000), item.Texts("choices", most: 50));
        if (field.Kind is FieldKind.Text or FieldKind.LongText && field.MaxLength is null)
            item.Fault("maxLength", "is needed for words");
        if (field.Kind is FieldKind.Choice != field.Choices.Length >= 2)
            item.Fault("choices", "needs two or more for a choice, and none for anything else");
        item.Once("choices", field.Choices);
        return field;
    }
}

/// <summary>A section.</summary>
public sealed record FormSection(string Key, string Title, string? Help, ImmutableArray<FormField> Fields);

/// <summary>A field.</summary>
/// <param name="Key">What answers refer to it by; unique in the form.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Help">What to write.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="IsRequired">Whether a submitted form needs it.</param>
/// <param name="MaxLength">Longest answer in characters, for words.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record FormField(string Key, string Label, string? Help, FieldKind Kind, bool IsRequired, int? MaxLength, ImmutableArray<string> Choices);

/// <summary>What a field takes.</summary>
public enum FieldKind
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A line of words.</summary>
    Text = 1,

    /// <summary>Paragraphs.</summary>
    LongText = 2,

    /// <summary>One of some choices.</summary>
    Choice = 3,

    /// <summary>Yes or no.</summary>
    YesNo = 4,

    /// <summary>A number.</summary>
    Number = 5,

    /// <summary>A day.</summary>
    Date = 6,
}
