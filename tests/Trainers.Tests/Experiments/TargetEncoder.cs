using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Tests.Experiments;

/// <summary>Puts the label of each name that it was fitted to into Features; of names that it has not seen, a half. The way in which preparations leak.</summary>
internal sealed class TargetEncoder(MLContext context) : IEstimator<ITransformer>
{
    /// <summary>The number of rows of each fit.</summary>
    public List<int> RowsSeen { get; } = [];

    public ITransformer Fit(IDataView input)
    {
        NamedRow[] rows = [.. context.Data.CreateEnumerable<NamedRow>(input, reuseRowObject: false)];
        RowsSeen.Add(rows.Length);
        Dictionary<string, float> labels = rows.ToDictionary(row => row.Name, row => row.Flag ? 1f : 0f);
        return context.Transforms.CustomMapping<Name, Encoded>((name, encoded) => encoded.Features = [labels.GetValueOrDefault(name.Value, 0.5f)], null).Fit(input);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw new NotSupportedException();

    private sealed class Name
    {
        [ColumnName("Name")]
        public string Value { get; set; } = "";
    }

    private sealed class Encoded
    {
        [VectorType(1)]
        public float[] Features { get; set; } = [];
    }
}
