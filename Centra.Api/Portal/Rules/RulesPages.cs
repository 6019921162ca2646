using System.Text.Json;
using Centra.Api.Rules;
using Centra.Api.Security;
using Centra.Rules;
using Centra.Storage;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>Rules as data: kinds, versions, a version's document, and publishing another for those who answer for the kind.</summary>
internal static class RulesPages
{
    private static readonly JsonSerializerOptions Broad = new() { WriteIndented = true };

    public static void MapRulesPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/rules", Policies.SeeRules);
        pages.MapGet("/", KindsAsync);
        pages.MapGet("/{kind}", (string kind, Visitor visitor, IGrainFactory grains, ReadStore read) => KindAsync(kind, null, visitor, grains, read));
        pages.MapGet("/{kind}/{number:int}", (string kind, int number, Visitor visitor, IGrainFactory grains, ReadStore read) => KindAsync(kind, number, visitor, grains, read));
    }

    private static async Task<IResult> KindsAsync(Visitor visitor, IGrainFactory grains)
    {
        var versions = await Task.WhenAll(RulesKinds.All.Select(async kind => (Kind: kind, Version: (await Grain(grains, kind).Current()).Value)));
        return Results.Extensions.Page<ListPage>(new
        {
            Visitor = visitor, Title = "Rules", Lead = "What the service goes by, as data in versions. A request keeps the versions under which it was handed in.",
            Table = new TableView("All kinds", "None.", ["Kind", "In effect#", "Since"],
                [.. versions.Select(one => new Cell[] { new(Name(one.Kind), $"/rules/{one.Kind}"), one.Version is { } version ? version.Number : "none", one.Version is { } since ? visitor.Day(since.EffectiveFrom) : "" })]),
        });
    }

    private static async Task<IResult> KindAsync(string kind, int? number, Visitor visitor, IGrainFactory grains, ReadStore read)
    {
        if (!RulesKinds.All.Contains(kind))
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = RulesRefusal.RulesNotFound.Because().Detail }, StatusCodes.Status404NotFound);
        var shown = number is { } asked ? await Grain(grains, kind).Version(asked) : await Grain(grains, kind).Current();
        var versions = await RulesApi.PageAsync(kind, null, null, read);
        var names = await Actors.ReadAsync(read, versions.Items.Select(version => (string?)version.PublishedBy));
        return Results.Extensions.Page<RulesPage>(new
        {
            Visitor = visitor, Kind = kind, Shown = shown.Value, Text = shown.Value is { } version ? JsonSerializer.Serialize(JsonElement.Parse(version.Json), Broad) : "", Names = names,
            MayPublish = PolicyTable.All[RulesApi.Publishers[kind]].Roles.Any(visitor.Is), versions.Items,
        }, visitor.Call?.Refused?.Status);
    }

    /// <summary>A kind in words.</summary>
    public static string Name(string kind) => kind switch
    {
        RulesKinds.Policy => "Information sharing policy",
        RulesKinds.Committee => "Committee: quorum, ballots, conflicts",
        RulesKinds.Criteria => "Criteria of evaluation",
        RulesKinds.Prices => "Price book",
        RulesKinds.AgreementTemplate => "Template of the data use agreement",
        RulesKinds.Form => "Form of the application",
        RulesKinds.Calendar => "Calendar",
        RulesKinds.ServiceLevels => "Deadlines",
        RulesKinds.Messages => "Messages",
        _ => kind,
    };

    private static IRulesGrain Grain(IGrainFactory grains, string kind) => grains.GetGrain<IRulesGrain>($"rules/{kind}");
}
