namespace Centra.Storage;

/// <summary>The vault database: identifiable records, de-identified copies, and the register. A type of its own so that no other database is injected for it.</summary>
public sealed record Vault(IDatabase Database);

/// <summary>The read model's database, with the identities of people who sign in.</summary>
public sealed record ReadStore(IDatabase Database);
