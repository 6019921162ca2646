#pragma warning disable CA1045, CA1021, CA1068 // What is refused is the point here.
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Concurrency
{
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class OneWayAttribute : Attribute;
}

namespace Centra.Engine.Tests.Lint.Refused
{
    /// <summary>Has one of everything that a grain interface must not have.</summary>
    public interface IRefusedGrain : IGrainWithStringKey
    {
        event EventHandler Happened;

        int Property { get; }

        int ReturnsANumber();

        Task TakesAReference(ref int number);

        Task GivesAReference(out int number);

        Task IsGeneric<T>();

        [OneWay]
        Task IsOneWay();

        Task TokenFirst(CancellationToken cancel, int number);

        Task TwoTokens(CancellationToken one, CancellationToken two);

        Task TakesAnArray(byte[] bytes);

        Task<List<int>> GivesAList();

        Task TakesAnInterface(IReadOnlyList<int> numbers);

        Task TakesBare(BareType type);

        Task TakesNested(KeptType type);
    }

    public interface IGenericGrain<T> : IGrainWithStringKey
    {
        Task NothingAsync();
    }

    public sealed class FirstGrain([PersistentState("same-name")] IPersistentState<object> state) : IGrainWithStringKey
    {
        public bool IsThere => state.RecordExists;
    }

    public sealed class SecondGrain([PersistentState("same-name")] IPersistentState<object> state) : IGrainWithStringKey
    {
        public bool IsThere => state.RecordExists;
    }
}
