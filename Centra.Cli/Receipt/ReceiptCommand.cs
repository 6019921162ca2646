using System.CommandLine;
using Centra.Cli.Input;
using Centra.Consent;

namespace Centra.Cli.Receipt;

/// <summary>centra receipt verify: checks a receipt with the public key alone, without a service.</summary>
internal sealed class ReceiptCommand(Surroundings around)
{
    private readonly Argument<string> _receipt =
        PathArgument.Create("FILE", "The receipt: the JSON of GET /api/opt-outs/ID/receipt, or of the whole opt-out; or a practice's erasure certificate.");
    private readonly Option<string> _key = new("--key")
    {
        HelpName = "FILE",
        Required = true,
        Description = "The public key, PEM; the service gives it at /public/receipt-key.",
    };

    public static Command Create(Surroundings around) => new("receipt", "Receipts of opt-outs, and certificates of erasure.") { new ReceiptCommand(around).Verify() };

    private Command Verify()
    {
        var command = new Command("verify", "Check offline that a receipt is genuine, and say what it attests.") { _receipt, _key };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(_receipt), parsed.GetRequiredValue(_key)));
        return command;
    }

    private int Run(string receiptPath, string keyPath)
    {
        var statement = ReceiptFile.Read(receiptPath);
        using var key = ReceiptFile.ReadKey(keyPath);
        var keyId = ReceiptCheck.KeyIdOf(key);
        if (statement.KeyId != keyId)
            throw new CommandFailedException($"The {statement.Name} names key {statement.KeyId} and this is key {keyId}: it cannot be verified with it.");
        if (!statement.IsGenuine(key))
            throw new CommandFailedException($"The {statement.Name} is not genuine: it is not what was signed.");
        statement.Write(around.Out);
        return ExitCodes.Done;
    }
}
