using Centra.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What a reference to a grain, and a grain itself, can tell.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainProxy proxy => proxy.Id,
        IGrainBase self => self.GrainContext.GrainId,
        _ => throw new ArgumentException("Neither a grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>A reference that can be handed to others; a grain must never hand out itself.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
        where TGrainInterface : class, IAddressable => grain switch
    {
        GrainProxy proxy => proxy.Engine.Grains.GetGrain<TGrainInterface>(proxy.Id),
        IGrainBase self => Activation.Of(self).Engine.Grains.GetGrain<TGrainInterface>(self.GrainContext.GrainId),
        _ => throw new ArgumentException("Neither a grain nor a reference to one.", nameof(grain)),
    };
}
