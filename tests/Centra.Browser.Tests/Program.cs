using Centra.Browsing.Screenshots;
using Xunit.Runner.InProc.SystemConsole;

// The tests, or with "screenshots" as the first word pictures of the main pages.
return args is ["screenshots", var folder] ? await ScreenshotCommand.RunAsync(folder, Console.Out) : await ConsoleRunner.Run(args);
