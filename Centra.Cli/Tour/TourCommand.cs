using System.CommandLine;
using Centra.Cli.Hosting;

namespace Centra.Cli.Tour;

/// <summary>centra tour: the first five minutes with Centra, played against a fresh service and checked, step by step.</summary>
internal sealed class TourCommand(Surroundings around)
{
    public static Command Create(Surroundings around)
    {
        var command = new Command("tour", "Play the first five minutes against a fresh service, checking every step.");
        command.SetAction((_, cancel) => new TourCommand(around).RunAsync(cancel));
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        using var folder = new ScratchFolder();
        var guide = new TourGuide(around);
        await guide.SayAsync("This starts a Centra of its own, on a folder that is deleted afterwards. All patients are made up.");
        await using var stage = new TourStage(around, folder);
        await stage.OpenAsync(cancel);
        await new GateTour(guide, stage).RunAsync(cancel);
        await guide.SayAsync("\nThe second half of the service: a researcher asks for data. Everybody below is another person, signed in with their own password.");
        await new RequestTour(guide, stage).RunAsync(cancel);
        await guide.SayAsync($"That was the tour: {guide.Steps} steps, all as they should be.");
        return ExitCodes.Done;
    }
}
