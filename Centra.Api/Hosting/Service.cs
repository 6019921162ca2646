using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Centra.Api.Access;
using Centra.Api.Agreements;
using Centra.Api.Attachments;
using Centra.Api.Billing;
using Centra.Api.Consent;
using Centra.Api.Datasets;
using Centra.Api.Demo;
using Centra.Api.Http;
using Centra.Api.Ingest;
using Centra.Api.Institutions;
using Centra.Api.Notifications;
using Centra.Api.OpenApi;
using Centra.Api.Portal;
using Centra.Api.People;
using Centra.Api.Practices;
using Centra.Api.Public;
using Centra.Api.Register;
using Centra.Api.Releases;
using Centra.Api.Requests;
using Centra.Api.Retention;
using Centra.Api.ReviewLane;
using Centra.Api.Reviews;
using Centra.Api.Rules;
using Centra.Api.Security;
using Centra.Api.Telemetry;
using Centra.Gate;
using Centra.Silo;
using Centra.Storage;

namespace Centra.Api.Hosting;

/// <summary>The web application: services, pipeline, routes.</summary>
internal static class Service
{
    public static WebApplication Build(string[] args, ServiceSettings settings, CentraStorage storage, Action<IServiceCollection>? before = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Logging.AddQuietLogs();
        before?.Invoke(builder.Services);
        settings.AddTo(builder.Services);
        builder.Services.AddGate(storage).AddSingleton<ReleaseLinks>();
        builder.AddCentraSilo(settings.Silo);
        builder.Services.AddSingleton<LastRequests>().AddSingleton<Opening>().AddSingleton<OptOutDesk>().AddSingleton<DemoSeed>().AddSingleton<DemoRules>().AddSingleton<DemoRecords>().AddSingleton<DemoCatalogue>().AddSingleton<DemoRequests>();
        builder.Services.AddTelemetry(settings.Telemetry);
        builder.Services.AddProblemDetails().AddExceptionHandler<Failures>();
        builder.Services.AddRequestDecompression();
        builder.Services.ConfigureHttpJsonOptions(json => Shape(json.SerializerOptions));
        // What cannot be bound is then told by name; otherwise it is an answer without a word.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi("v1", options => options.AddOperationTransformer<DescribedExamples>().AddOperationTransformer<DescribedRefusals>().AddDocumentTransformer<DescribedRefusals>());
        builder.Services.AddRazorComponents();
        builder.Services.AddCentraSecurity().AddPeople().AddProblemCodes().AddSingleton<SocietyZone>().AddSingleton<PublicFigureDesk>().AddScoped<ServiceStanding>().AddSingleton(new DemoDoor(settings.Demo == DemoSetting.Made ? settings.Storage.DataFolder : null));
        var app = builder.Build();
        app.UseMiddleware<LastRequests>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<PageHeaders>();
        app.UseStaticFiles();
        app.UseTryPage();
        app.UseMiddleware<ReadyGate>();
        app.UseMiddleware<FormGate>();
        app.UseMiddleware<ReadGate>();
        // Once more: a command that breaks answers the form that sent it as it answers a program.
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<NulGate>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseRequestDecompression();
        app.UseMiddleware<Unzipping>();
        Map(app);
        BuiltOnce.Begin(((IEndpointRouteBuilder)app).DataSources);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapHealth();
        app.MapPublic();
        app.MapPublicPages();
        app.MapPageSignIn();
        app.MapAccountPages();
        app.MapSecondFactorPages();
        app.MapForgottenPages();
        app.MapPracticePages();
        app.MapReviewPages();
        app.MapRequestPages();
        app.MapAgreementPages();
        app.MapMoneyPages();
        app.MapReleasePages();
        app.MapHistoryPages();
        app.MapHomePage();
        app.MapNotificationPages();
        app.MapNewRequestPages();
        app.MapApplicationPages();
        app.MapApplicationForms();
        app.MapQuestionPages();
        app.MapCommitteePages();
        app.MapReviewerPages();
        app.MapBatchPages();
        app.MapFigurePages();
        app.MapPrivacyPages();
        app.MapDisclosurePages();
        app.MapAlarmPages();
        app.MapOperationPages();
        app.MapPeoplePages();
        app.MapAuditPages();
        app.MapRulesPages();
        app.MapBodyPages();
        app.MapCataloguePages();
        var api = app.MapGroup("/api");
        api.MapOptOuts();
        api.MapWithdrawals();
        api.MapOptOutFiles();
        api.MapIngest();
        api.MapScreening();
        api.MapRegister();
        api.MapPractices();
        api.MapPracticeExport();
        api.MapReviewLane();
        api.MapPeople();
        api.MapAccess();
        api.MapRequests();
        api.MapBilling();
        api.MapAgreements();
        api.MapRules();
        api.MapDatasets();
        api.MapInstitutions();
        api.MapCommittees();
        api.MapReviewers();
        api.MapReleases();
        api.MapAttachments();
        api.MapNotifications();
        api.MapRetention();
    }

    private static void Shape(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(WholeLists.Modify);
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
