using MLNet.LossExperiments.Features;
using MLNet.LossExperiments.Interop;

namespace Microsoft.ML;

/// <summary>Adds the features of dates to the transforms of <see cref="MLContext"/>.</summary>
public static class DateFeaturesCatalog
{
    /// <summary>Turns a text column of dates into a vector that tells how long ago each is, and where in the year, the week and the day it lies: see <see cref="DateFeaturesEstimator"/>.</summary>
    /// <param name="catalog">The transforms of <c>mlContext.Transforms</c>.</param>
    /// <param name="outputColumnName">The column of vectors to make.</param>
    /// <param name="inputColumnName">The text column; null if it has the same name and is to be replaced.</param>
    /// <returns>The estimator.</returns>
    public static DateFeaturesEstimator DateFeatures(this TransformsCatalog catalog, string outputColumnName, string? inputColumnName = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(outputColumnName);
        return new DateFeaturesEstimator(CatalogEnvironment.Of(catalog), outputColumnName, inputColumnName ?? outputColumnName);
    }
}
