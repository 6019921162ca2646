using Centra.Access;
using Centra.Agreements;
using Centra.Alarms;
using Centra.Attachments;
using Centra.Auditing;
using Centra.Billing;
using Centra.Consent;
using Centra.Copying;
using Centra.Housekeeping;
using Centra.Ingest;
using Centra.Notifications;
using Centra.Practices;
using Centra.Recording;
using Centra.Register;
using Centra.Rekeying;
using Centra.Releases;
using Centra.Requests;
using Centra.ReviewLane;
using Centra.Starting;
using Centra.Storage;
using Centra.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Centra.Gate;

/// <summary>Everything behind the grains, as services.</summary>
public static class GateServices
{
    /// <summary>Adds the gate on an opened storage.</summary>
    public static IServiceCollection AddGate(this IServiceCollection services, CentraStorage storage)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource>();
        services.AddSingleton(storage).AddSingleton(storage.Vault).AddSingleton(storage.Read).AddSingleton(storage.Files).AddSingleton(storage.Claims).AddSingleton(storage.Ring).AddSingleton(storage.Ring.Ring).AddSingleton(storage.Register);
        services.AddSingleton(provider => new PatientKeys(storage.Keys, storage.Ring.Ring, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ShardLayout(storage.ShardBits));
        services.AddSingleton(new ShardSnapshot(storage.Settings.SnapshotFolder, storage.RegisterId, new ShardLayout(storage.ShardBits)));
        services.AddSingleton<IdHashes>().AddSingleton<Projector>().AddSingleton<Recorder>();
        services.AddSingleton<HeadReader>().AddSingleton<RegisterChecks>().AddSingleton<ShardHints>();
        services.AddSingleton<GateKeys>().AddSingleton<GateState>().AddSingleton<GateOpening>().AddSingleton<OptOutMatcher>().AddSingleton<Screening>().AddSingleton<ScreeningDesk>().AddSingleton<ScreeningAllowance>().AddSingleton<AlarmBell>().AddSingleton<WithheldRate>().AddSingleton<ProbeWatch>()
            .AddSingleton<PatientContents>().AddSingleton<Erasing>().AddSingleton<Sweeping>().AddSingleton<Replaying>().AddSingleton<LostKeys>();
        services.AddSingleton<Holding>().AddSingleton<Releasing>().AddSingleton<Reviewing>().AddSingleton<Disputing>().AddSingleton<Expiring>().AddSingleton<CopyMaking>();
        services.AddSingleton<ReceiptSigner>().AddSingleton<OptOutIntake>().AddSingleton<OptOutsUnderWay>().AddSingleton<OptingOut>().AddSingleton<OptOutFiles>().AddSingleton<OptOutEntering>().AddSingleton<Withdrawing>();
        services.AddSingleton<BatchReading>().AddSingleton<BatchProcessing>().AddSingleton<IngestDesk>().AddSingleton<PracticeTurns>().AddSingleton<PatientStage>().AddSingleton<PatientPreparing>()
            .AddSingleton<PatientWriting>().AddSingleton<SuppressionStage>().AddSingleton<ClinicalStage>().AddSingleton<ClinicalPreparing>().AddSingleton<ClinicalWriting>()
            .AddSingleton<ReferenceStage>().AddSingleton<DeletionStage>();
        services.AddSingleton<GateMetrics>().AddSingleton<GateGauges>();
        services.AddSingleton<PracticeErasure>().AddSingleton<PracticeExport>();
        services.AddSingleton<RekeyingSteps>().AddSingleton<Housekeeper>();
        services.AddSingleton<IHousekeepingTask, ReviewExpiry>().AddSingleton<IHousekeepingTask, Ageing>().AddSingleton<IHousekeepingTask, KeySweep>().AddSingleton<IHousekeepingTask, Scrubbing>()
            .AddSingleton<IHousekeepingTask, OutboxSweep>().AddSingleton<IHousekeepingTask, Departures>().AddSingleton<IHousekeepingTask, AnswerExpiry>().AddSingleton<IHousekeepingTask, Checkpointing>();
        services.AddSingleton<IProjection, JobProjection>().AddSingleton<IProjection, PracticeProjection>();
        return services.AddAccess().AddCatalogue().AddAgreements().AddBilling().AddReleases().AddAttachments().AddRequests().AddNotifications();
    }
}
