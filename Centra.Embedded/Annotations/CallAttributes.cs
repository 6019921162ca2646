using System.Globalization;

namespace Orleans.Concurrency
{
    /// <summary>On a method of a grain interface: it changes nothing, and may run beside other such calls.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;

    /// <summary>On a method of a grain interface: it may run beside any other call, between two of its awaits.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AlwaysInterleaveAttribute : Attribute;
}

namespace Orleans
{
    /// <summary>On a method of a grain interface: how long a caller waits for its answer, as "hh:mm:ss", instead of the engine's default.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
    {
        /// <summary>How long.</summary>
        public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
    }
}
