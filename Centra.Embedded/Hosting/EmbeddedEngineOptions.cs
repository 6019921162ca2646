using System.Reflection;

namespace Centra.Embedded;

/// <summary>What can be set on the embedded engine. The defaults are Orleans'.</summary>
public sealed class EmbeddedEngineOptions
{
    /// <summary>How long a caller waits for an answer, unless the method says otherwise.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long making a grain, reading its state and its OnActivateAsync may take.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain's OnDeactivateAsync is waited for.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a grain may be idle before it is collected, unless its class says otherwise.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often calls whose time is up are looked for: a caller may wait so much longer.</summary>
    public TimeSpan TimeoutQuantum { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reminders are for minutes and more; a grain's timer is for less.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the stored reminders are read again.</summary>
    public TimeSpan ReminderRefreshPeriod { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Where the grain classes are.</summary>
    public IList<Assembly> GrainAssemblies { get; } = [];
}
