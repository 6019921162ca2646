using Centra.Notifications;

namespace Centra.Tests.Notifications;

/// <summary>What an e-mail is known by.</summary>
public sealed class MailTests
{
    [Fact]
    public void MessageId_OfOneMail_StaysTheSame()
    {
        var mail = new Mail("request-r1-3-1-pi", "pi@society.test", "s", "b", DateTimeOffset.UnixEpoch);

        mail.MessageId("centra@society.test").ShouldBe((mail with { At = DateTimeOffset.MaxValue }).MessageId("centra@society.test"));
        mail.MessageId("centra@society.test").ShouldNotBe((mail with { Id = "another" }).MessageId("centra@society.test"));
    }
}
