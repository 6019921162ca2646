using Centra.Storage;

namespace Centra.Api.Hosting;

/// <summary>Settings of a bucket for files: its name, where it is, its region, what names in it begin with.</summary>
internal static class BucketOptions
{
    /// <summary>The bucket that is set; null: files are in a folder.</summary>
    public static BucketSettings? Read(IConfiguration configuration)
    {
        if (configuration["Bucket"] is not { Length: > 0 } name)
            return null;
        if (configuration["Files"] is { Length: > 0 })
            throw new SettingsException("files are in a folder or in a bucket: set Centra__Files or Centra__Bucket, not both.");
        var region = configuration["BucketRegion"] is { Length: > 0 } given ? given : null;
        return new BucketSettings(name, Url(configuration["BucketUrl"]), region, configuration["BucketPrefix"] ?? "");
    }

    private static Uri? Url(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url
        : throw new SettingsException("Centra__BucketUrl is an address, https://host.");
}
