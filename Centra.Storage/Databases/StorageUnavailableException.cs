using Orleans;

namespace Centra.Storage;

/// <summary>The storage cannot take writes now (full disk, read-only folder, lost server). Nothing of the command was kept.</summary>
[GenerateSerializer, Alias("centra.storage.StorageUnavailableException")]
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
