using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>What is to be estimated.</summary>
/// <param name="On">The day whose prices count.</param>
/// <param name="Requester">The category of requester, as the price book has it.</param>
/// <param name="Items">The datasets.</param>
/// <param name="Waivers">Keys of waivers of the price book that apply; each is taken of what the ones before it leave.</param>
public sealed record EstimateRequest(DateOnly On, string Requester, ImmutableArray<EstimateItem> Items, ImmutableArray<string> Waivers);

/// <summary>A dataset in an estimate.</summary>
/// <param name="PriceLine">Its price line.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hours">Hours of work on the extract; null: what it usually takes, as the price book has it.</param>
public sealed record EstimateItem(string PriceLine, string Title, decimal? Hours);
