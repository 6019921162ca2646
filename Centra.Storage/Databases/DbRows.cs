using System.Data.Common;

namespace Centra.Storage;

/// <summary>Columns that may be null.</summary>
public static class DbRows
{
    /// <summary>Bytes, or null.</summary>
    public static byte[]? BytesOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    /// <summary>A number, or null.</summary>
    public static long? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>Text, or null.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
