namespace Centra.Cli;

/// <summary>A command cannot do what it was asked; the message is the one sentence that the user gets.</summary>
internal class CommandFailedException(string sentence) : Exception(sentence);
