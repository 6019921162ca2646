namespace Centra.Cli.Tests.Hosts;

/// <summary>Tests that share a service; those that opt people out take one of their own, because an opt-out holds for all practices.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceCollection : ICollectionFixture<ServiceFixture>
{
    public const string Name = "service";
}
