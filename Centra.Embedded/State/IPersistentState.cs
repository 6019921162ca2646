namespace Orleans.Core
{
    /// <summary>A stored state of a grain. Read before the grain is activated; for use in the grain's turns only.</summary>
    public interface IStorage
    {
        string? Etag { get; }

        bool RecordExists { get; }

        Task ClearStateAsync();

        Task WriteStateAsync();

        Task ReadStateAsync();

        Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

        Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

        Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
    }

    /// <inheritdoc cref="IStorage"/>
    public interface IStorage<TState> : IStorage
    {
        /// <summary>Where nothing is stored: an instance with the defaults of its type.</summary>
        TState State { get; set; }
    }
}

namespace Orleans.Runtime
{
    /// <inheritdoc cref="Core.IStorage"/>
    public interface IPersistentState<TState> : Core.IStorage<TState>;
}
