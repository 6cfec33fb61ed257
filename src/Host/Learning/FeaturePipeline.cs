using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Learning;

/// <summary>
/// Turns columns into one vector of features, by transforms of ML.NET and of the library that scores, so that a saved model needs nothing of this console:
/// missing numbers are indicated and filled with the mean, truth values become 0 and 1, dates become numbers, categories become one slot per word or, where there are very many, share slots by
/// their hash.
/// </summary>
internal static class FeaturePipeline
{
    /// <summary>Hashed categories share so many slots, 2 to this power.</summary>
    public const int HashBits = 10;

    /// <param name="ml">ML.NET.</param>
    /// <param name="features">The columns.</param>
    /// <param name="outputName">The name of the vector.</param>
    /// <param name="taken">The names that the data uses; those that come to use here are added.</param>
    public static IEstimator<ITransformer> Create(MLContext ml, IReadOnlyList<Feature> features, string outputName, ISet<string> taken)
    {
        Feature[] numerical = [.. features.Where(feature => feature.Kind != ColumnKind.Category)];
        // Where a column is not a number itself, another one holds what it is as a number.
        Dictionary<string, string> numberOf = numerical.ToDictionary(
            feature => feature.Name, feature => feature.Kind == ColumnKind.Number ? feature.Name : ColumnNames.Claim($"{feature.Name} as number", taken), StringComparer.Ordinal);
        string[] numbers = [.. numerical.Select(feature => numberOf[feature.Name])];
        string[] indicated = [.. numerical.Where(feature => feature.IsIndicated).Select(feature => feature.Name)];
        string[] indicators = [.. indicated.Select(name => ColumnNames.Claim($"{name} is missing", taken))];
        string[] categories = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Category && !feature.IsHashed));
        string[] hashed = NamesOf(features.Where(feature => feature.IsHashed));
        var vectors = new List<string>();

        var chain = new EstimatorChain<ITransformer>();
        void Append(IEstimator<ITransformer> next) => chain = chain.Append(next);
        foreach (Feature feature in numerical.Where(feature => feature.Kind != ColumnKind.Number))
            Append(ToNumber(ml, feature, numberOf[feature.Name]));
        if (indicated.Length > 0)
        {
            Append(ml.Transforms.IndicateMissingValues([.. indicators.Zip(indicated, (output, input) => new InputOutputColumnPair(output, numberOf[input]))]));
            Append(ml.Transforms.Conversion.ConvertType(SamePairs(indicators), DataKind.Single));
        }
        if (numbers.Length > 0)
        {
            string vector = ColumnNames.Claim("Numbers", taken);
            vectors.Add(vector);
            Append(ml.Transforms.Concatenate(vector, numbers));
            Append(ml.Transforms.ReplaceMissingValues(vector, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean));
        }
        string[] whole = NamesOf(features.Where(feature => feature.Kind == ColumnKind.Category && !feature.IsHashed && feature.Frequent is null));
        if (whole.Length > 0)
            Append(ml.Transforms.Categorical.OneHotEncoding(SamePairs(whole)));
        foreach (Feature feature in features.Where(feature => feature.Frequent is not null))
            Append(ml.Transforms.Categorical.OneHotEncoding(SamePairs([feature.Name]), keyData: ml.Data.LoadFromEnumerable(feature.Frequent!.Texts.Select(text => new { text }))));
        if (hashed.Length > 0)
            Append(ml.Transforms.Categorical.OneHotHashEncoding(SamePairs(hashed), numberOfBits: HashBits));
        Append(ml.Transforms.Concatenate(outputName, [.. vectors, .. indicators, .. categories, .. hashed]));
        return chain;
    }

    private static IEstimator<ITransformer> ToNumber(MLContext ml, Feature feature, string outputName) => feature.Kind == ColumnKind.Date
        ? ml.Transforms.DateFeatures(outputName, feature.Name)
        : ml.Transforms.Conversion.MapValue(
            outputName, [KeyValuePair.Create("", float.NaN), .. TruthWords.Spellings.Select(spelling => KeyValuePair.Create(spelling.Key, spelling.Value ? 1f : 0f))], feature.Name);

    private static string[] NamesOf(IEnumerable<Feature> features) => [.. features.Select(feature => feature.Name)];

    private static InputOutputColumnPair[] SamePairs(IEnumerable<string> names) => [.. names.Select(name => new InputOutputColumnPair(name))];
}
