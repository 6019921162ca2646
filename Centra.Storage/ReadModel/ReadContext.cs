using Microsoft.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Centra.Storage;

/// <summary>The read model: what lists and figures are made from. Written by projections only, inside a transaction that somebody else holds.</summary>
public sealed class ReadContext(DbContextOptions<ReadContext> options) : DbContext(options)
{
    /// <summary>Practices.</summary>
    public DbSet<PracticeRow> Practices => Set<PracticeRow>();

    /// <summary>Ingest jobs.</summary>
    public DbSet<JobRow> Jobs => Set<JobRow>();

    /// <summary>What somebody has to look at.</summary>
    public DbSet<AlarmRow> Alarms => Set<AlarmRow>();

    /// <summary>A context on a session's connection and transaction.</summary>
    public static ReadContext Over(DbSession session)
    {
        var builder = new DbContextOptionsBuilder<ReadContext>();
        var options = session.Connection switch
        {
            SqliteConnection sqlite => builder.UseSqlite(sqlite).Options,
            NpgsqlConnection postgres => builder.UseNpgsql(postgres).Options,
            _ => throw new NotSupportedException(session.Connection.GetType().Name),
        };
        var context = new ReadContext(options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        if (session.Transaction is not null)
            context.Database.UseTransaction(session.Transaction);
        return context;
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PracticeRow>().ToTable("practice").HasKey(row => row.PracticeId);
        modelBuilder.Entity<JobRow>().ToTable("job").HasKey(row => row.JobId);
        modelBuilder.Entity<AlarmRow>().ToTable("alarm").HasKey(row => row.AlarmId);
        PeopleRows.Map(modelBuilder);
        BillingRows.Map(modelBuilder);
        CatalogueRows.Map(modelBuilder);
        CommitteeRows.Map(modelBuilder);
        modelBuilder.Entity<AgreementRow>().ToTable("agreement").HasKey(row => row.RequestId);
        ReleaseRows.Map(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase.Of(property.Name));
    }
}
