using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Centra.Storage;

/// <summary>
/// ASP.NET Core Identity's users in the read store. It reads on connections of its own. On SQLite a save runs inside the turn of the file's
/// one writer, so that sign-ins and projections queue up instead of fighting for the lock.
/// </summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options, ReadStore store) : DbContext(options)
{
    /// <summary>Users.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Points a context at the read store. Values of parameters stay out of logs and errors.</summary>
    public static void Configure(DbContextOptionsBuilder builder, ReadStore store)
    {
        builder.EnableSensitiveDataLogging(false).EnableDetailedErrors(false);
        switch (store.Database)
        {
            case SqliteDatabase sqlite:
                builder.UseSqlite($"Data Source={sqlite.Path};Mode=ReadOnly");
                break;
            case PostgresDatabase postgres:
                builder.UseNpgsql(postgres.Source);
                break;
            default:
                throw new NotSupportedException(store.Database.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await store.Database.WriteAsync(Fence.None, SaveOverAsync, cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var user = modelBuilder.Entity<User>().ToTable("app_user");
        user.Ignore(row => row.EmailConfirmed).Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
        user.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();
        user.Property(row => row.LockoutEnd).HasConversion(new ValueConverter<DateTimeOffset, long>(
            at => at.ToUnixTimeMilliseconds(), at => DateTimeOffset.FromUnixTimeMilliseconds(at)));
        foreach (var property in user.Metadata.GetProperties())
        {
            property.SetColumnName(SnakeCase.Of(property.Name));
            if (property.ClrType == typeof(bool) || property.ClrType == typeof(int))
                property.SetProviderClrType(typeof(long));
        }
    }

    // The changes are saved by a second context on the writer's connection, inside its transaction; this one keeps its own for reading.
    private async Task<int> SaveOverAsync(DbSession session)
    {
        var builder = new DbContextOptionsBuilder<PeopleContext>();
        var onSession = session.Dialect is Dialect.Postgres ? builder.UseNpgsql((NpgsqlConnection)session.Connection) : builder.UseSqlite(session.Connection);
        await using var over = new PeopleContext(onSession.Options, store);
        over.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        if (session.Transaction is not null)
            await over.Database.UseTransactionAsync(session.Transaction);
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var copy = over.Entry(entry.Entity);
            copy.State = entry.State;
            foreach (var property in entry.Properties.Where(property => entry.State is EntityState.Modified))
                (copy.Property(property.Metadata.Name).OriginalValue, copy.Property(property.Metadata.Name).IsModified) = (property.OriginalValue, property.IsModified);
        }
        return await over.SaveAsync();
    }

    private Task<int> SaveAsync() => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, CancellationToken.None);
}
