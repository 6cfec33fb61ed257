using MLNet.LossExperiments.Catalogs;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Losses;

/// <summary>An entry of a catalog, whatever its task.</summary>
/// <param name="Name">The name.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Create">Makes it with parameters given as text, the others at their defaults.</param>
internal sealed record LossEntry(string Name, string Summary, IReadOnlyList<CatalogParameter> Parameters, Func<IReadOnlyDictionary<string, string>?, Loss> Create);
