namespace Centra.Storage;

/// <summary>A bucket that is reached as Amazon's S3 is, there or elsewhere. Who may use it is found as the SDK finds it: variables, profile, the machine's role.</summary>
/// <param name="Name">The bucket.</param>
/// <param name="Url">Where it is, https://host; null: at Amazon.</param>
/// <param name="Region">Its region; null: as the surroundings say.</param>
/// <param name="Prefix">What the names of all files in it begin with, "centra/" for example; may be empty.</param>
public sealed record BucketSettings(string Name, Uri? Url = null, string? Region = null, string Prefix = "");
