using Centra.Proof.Soak;
using Xunit.Runner.InProc.SystemConsole;

// The tests, or with "soak" as the first word the service killed at random for as long as one likes.
return args is ["soak", .. var rest] ? await SoakCommand.RunAsync(rest, Console.Out) : await ConsoleRunner.Run(args);
