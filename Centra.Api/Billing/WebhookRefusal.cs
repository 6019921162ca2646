namespace Centra.Api.Billing;

/// <summary>Why a payment message is not taken.</summary>
public enum WebhookRefusal
{
    /// <summary>No secret is configured.</summary>
    [Refuses(RefusalKind.Unavailable, "Payment messages are not taken here: no secret is configured.")]
    WebhookIsNotConfigured = 1,

    /// <summary>Missing, wrong, too old, of an unknown secret: they all answer alike, with 401.</summary>
    [Refuses(RefusalKind.Forbidden, "The signature is not valid.")]
    SignatureIsNotValid = 2,

    /// <summary>The body is not a JSON object of this form.</summary>
    [Refuses(RefusalKind.Invalid, "The message is not a JSON object as documented.")]
    MessageIsUnreadable = 3,

    /// <summary>A field is missing or has no value that can stand there.</summary>
    [Refuses(RefusalKind.Invalid, "A field is missing or cannot be read.")]
    FieldIsWrong = 4,

    /// <summary>The type is none of the documented ones.</summary>
    [Refuses(RefusalKind.Invalid, "The type is payment.succeeded, payment.refunded or payment.reversed.")]
    MessageTypeIsUnknown = 5,
}
