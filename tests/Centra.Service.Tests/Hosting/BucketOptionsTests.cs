using Centra.Api.Hosting;
using Centra.Storage;
using Microsoft.Extensions.Configuration;

namespace Centra.Service.Tests.Hosting;

public class BucketOptionsTests
{
    [Fact]
    public void Bucket_Set_IsReadWithWhereItIs() =>
        Read(("Bucket", "centra-files"), ("BucketUrl", "https://s3.society.test"), ("BucketRegion", "eu-central-1"), ("BucketPrefix", "centra/"))
            .ShouldBe(new BucketSettings("centra-files", new Uri("https://s3.society.test"), "eu-central-1", "centra/"));

    [Fact]
    public void Bucket_NotSet_IsNone() => Read(("BucketUrl", "https://s3.society.test")).ShouldBeNull();

    [Theory]
    [InlineData("Files", "/mnt/files", "not both")]
    [InlineData("BucketUrl", "s3.society.test", "https://host")]
    [InlineData("BucketUrl", "ftp://s3.society.test", "https://host")]
    public void Bucket_SetWithWhatDoesNotGoWithIt_IsRefusedInASentence(string name, string value, string says) =>
        Should.Throw<SettingsException>(() => Read(("Bucket", "centra-files"), (name, value))).Message.ShouldContain(says);

    private static BucketSettings? Read(params (string Name, string? Value)[] values) =>
        BucketOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, value.Value))).Build());
}
