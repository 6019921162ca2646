namespace Orleans.Runtime
{
    /// <summary>Something that can be called: a reference to a grain, or the grain itself.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>The root of every grain interface.</summary>
    public interface IGrain : Runtime.IAddressable;

    /// <summary>The root of the interfaces of grains whose key is a string.</summary>
    public interface IGrainWithStringKey : IGrain;
}
