namespace Centra.Embedded;

/// <summary>How far the life of an activation is. It only goes forward.</summary>
internal enum Stage
{
    /// <summary>Being made, its state being read. Messages wait.</summary>
    Starting = 1,

    /// <summary>Messages run.</summary>
    Ready,

    /// <summary>Was told to end: what runs ends, what waits is for the next activation.</summary>
    Ending,

    /// <summary>Takes no message any more.</summary>
    Gone,
}
