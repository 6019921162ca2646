namespace Centra.Storage;

/// <summary>Which database a session talks to. Plain SQL is shared; only bulk paths, types and locks differ.</summary>
public enum Dialect
{
    /// <summary>Files under the data folder, one writer thread each.</summary>
    Sqlite = 1,

    /// <summary>A server shared by the silos of a cluster.</summary>
    Postgres = 2,
}
