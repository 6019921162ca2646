namespace Orleans.Runtime;

/// <summary>The root of the errors that the engine itself makes.</summary>
public class OrleansException : Exception
{
    public OrleansException()
    {
    }

    public OrleansException(string message)
        : base(message)
    {
    }

    public OrleansException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The engine is not running, or is ending. The call was not run.</summary>
public sealed class SiloUnavailableException(string message) : OrleansException(message);
