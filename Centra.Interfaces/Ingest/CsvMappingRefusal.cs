namespace Centra.Ingest;

/// <summary>Why a CSV mapping document is not taken.</summary>
public enum CsvMappingRefusal
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>The document is not JSON.</summary>
    [Refuses(RefusalKind.Invalid, "The mapping is not a JSON document.")]
    MappingIsNotJson = 1,

    /// <summary>There is no list of files with at least one entry.</summary>
    [Refuses(RefusalKind.Invalid, "The mapping has no list \"files\" with at least one entry.")]
    MappingHasNoFiles = 2,

    /// <summary>An entry has no template, or one that is no object.</summary>
    [Refuses(RefusalKind.Invalid, "An entry of the mapping has no \"template\", which is the resource to write for each row.")]
    MappingHasNoTemplate = 3,

    /// <summary>A template takes no column, so that every row would make the same resource.</summary>
    [Refuses(RefusalKind.Invalid, "A template of the mapping takes no column.")]
    MappingTakesNoColumn = 4,

    /// <summary>A value that begins with $column has an option that is unknown or has the wrong shape.</summary>
    [Refuses(RefusalKind.Invalid, "A column of the mapping has an option that is unknown or has the wrong shape.")]
    MappingHasBadColumn = 5,

    /// <summary>The separator is not a single ASCII character.</summary>
    [Refuses(RefusalKind.Invalid, "The separator of an entry is not a single ASCII character.")]
    MappingHasBadSeparator = 6,
}
