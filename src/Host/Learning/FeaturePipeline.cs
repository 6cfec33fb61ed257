using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>
/// Turns columns into one vector of features, by transforms of ML.NET alone, so that a saved model needs nothing of this console:
/// missing numbers are indicated and filled with the mean, numbers are normalised, categories become one slot per word.
/// </summary>
internal static class FeaturePipeline
{
    /// <param name="ml">ML.NET.</param>
    /// <param name="features">The columns.</param>
    /// <param name="normalization">What is done to numbers; not <see cref="Normalization.Auto"/>.</param>
    /// <param name="outputName">The name of the vector.</param>
    /// <param name="taken">The names that the data uses; those that come to use here are added.</param>
    public static IEstimator<ITransformer> Create(MLContext ml, IReadOnlyList<Feature> features, Normalization normalization, string outputName, ISet<string> taken)
    {
        string[] numbers = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Number));
        string[] filled = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Number && feature.IsFilled));
        string[] indicated = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Number && feature.IsIndicated));
        string[] categories = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Category));
        string[] indicators = [.. indicated.Select(name => ColumnNames.Claim($"{name} is missing", taken))];
        var vectors = new List<string>();

        var chain = new EstimatorChain<ITransformer>();
        if (indicated.Length > 0)
        {
            chain = chain.Append<ITransformer>(ml.Transforms.IndicateMissingValues([.. indicators.Zip(indicated, (output, input) => new InputOutputColumnPair(output, input))]))
                .Append<ITransformer>(ml.Transforms.Conversion.ConvertType(SamePairs(indicators), DataKind.Single));
        }
        if (filled.Length > 0)
            chain = chain.Append<ITransformer>(ml.Transforms.ReplaceMissingValues(SamePairs(filled), MissingValueReplacingEstimator.ReplacementMode.Mean));
        if (numbers.Length > 0)
        {
            string vector = ColumnNames.Claim("Numbers", taken);
            vectors.Add(vector);
            chain = chain.Append<ITransformer>(ml.Transforms.Concatenate(vector, numbers));
            if (Normalizer(ml, normalization, vector) is { } normalizer)
                chain = chain.Append<ITransformer>(normalizer);
        }
        if (categories.Length > 0)
            chain = chain.Append<ITransformer>(ml.Transforms.Categorical.OneHotEncoding(SamePairs(categories)));
        return chain.Append<ITransformer>(ml.Transforms.Concatenate(outputName, [.. vectors, .. indicators, .. categories]));
    }

    // Zero has no special place in data of which not even the units are known.
    private static NormalizingEstimator? Normalizer(MLContext ml, Normalization normalization, string column) => normalization switch
    {
        Normalization.Standardize => ml.Transforms.NormalizeMeanVariance(column, fixZero: false),
        Normalization.MinMax => ml.Transforms.NormalizeMinMax(column, fixZero: false),
        Normalization.Robust => ml.Transforms.NormalizeRobustScaling(column, centerData: true),
        Normalization.None => null,
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "Must be resolved before."),
    };

    private static string[] NamesOf(IEnumerable<Feature> features) => [.. features.Select(feature => feature.Name)];

    private static InputOutputColumnPair[] SamePairs(IEnumerable<string> names) => [.. names.Select(name => new InputOutputColumnPair(name))];
}
