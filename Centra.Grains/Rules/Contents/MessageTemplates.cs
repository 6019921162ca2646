using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>What people are told, event by event. Placeholders stand as <c>{{name}}</c>.</summary>
/// <param name="Templates">The templates.</param>
/// <param name="Signature">What stands under every message: who sends it.</param>
public sealed record MessageTemplates(ImmutableArray<MessageTemplate> Templates, string Signature) : IRulesContent<MessageTemplates>
{
    private const string UsualSignature = "{{society}}, data requests";

    /// <summary>Names that a message may have. None of them is about a patient.</summary>
    public static IReadOnlyList<string> Known { get; } = ["society", "recipient", "requestId", "title", "stage", "dataset", "reason", "due", "daysLeft", "amount", "number", "count", "link"];

    /// <inheritdoc/>
    public static string Kind => RulesKinds.Messages;

    /// <summary>The template of an event; null where nobody is told.</summary>
    public MessageTemplate? For(string key) => Templates.FirstOrDefault(template => template.Event == key);

    /// <inheritdoc/>
    public static MessageTemplates Read(Fields fields)
    {
        var templates = fields.List("templates", ReadTemplate, least: 1, most: 200);
        fields.Once("templates", templates.Select(template => template.Event));
        var signature = fields.TextOrNull("signature", 1_000) ?? UsualSignature;
        Placeholders.Check(fields, "signature", signature, Known);
        return new MessageTemplates(templates, signature);
    }

    private static MessageTemplate ReadTemplate(Fields item)
    {
        var template = new MessageTemplate(item.Key("event"), item.Text("subject"), item.Prose("body", 10_000));
        Placeholders.Check(item, "subject", template.Subject, Known);
        Placeholders.Check(item, "body", template.Body, Known);
        return template;
    }
}

/// <summary>A message.</summary>
/// <param name="Event">What happened, for example decision-notified.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text, plain.</param>
public sealed record MessageTemplate(string Event, string Subject, string Body);
