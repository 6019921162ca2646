namespace Centra.Housekeeping;

/// <summary>Something that has to be done from time to time. Harmless to do twice, and to break off anywhere.</summary>
public interface IHousekeepingTask
{
    /// <summary>Its name, in the grain's key and in logs.</summary>
    string Name { get; }

    /// <summary>How often; a minute or more.</summary>
    TimeSpan Period { get; }

    /// <summary>Whether the last run ended at a bound of its own, with more that is due: it is run again a second later, and others that ask meanwhile get their turn.</summary>
    bool HasMore => false;

    /// <summary>Does what is due; how many things.</summary>
    Task<int> RunAsync();
}
