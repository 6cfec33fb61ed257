using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Scoring;

namespace MLNet.LossExperiments.Interop;

/// <summary>Gives the columns of a regression model for the rows of a cursor; a row is predicted once, whichever of its columns are asked for.</summary>
internal sealed class RegressionRowMapper : ISchemaBoundRowMapper
{
    private readonly RegressionPredictor _predictor;
    private readonly bool _isScalar;

    /// <exception cref="ArgumentException">The feature column is not what the model was trained with.</exception>
    public RegressionRowMapper(MlpRegressionModel model, RegressionPredictor predictor, PredictionForm form, RoleMappedSchema schema)
    {
        if (schema.Feature is not { } feature)
            throw new ArgumentException("A regression model needs a feature column.", nameof(schema));
        if (feature.Type is not VectorDataViewType vector || vector.ItemType != NumberDataViewType.Single || vector.Size != predictor.FeatureCount)
            throw new ArgumentException($"The feature column '{feature.Name}' is {feature.Type}, but the model was trained with a vector of {predictor.FeatureCount} Single.", nameof(schema));
        Bindable = model;
        InputRoleMappedSchema = schema;
        _predictor = predictor;
        _isScalar = !form.IsVector;
        OutputSchema = new RegressionColumns(form.IsVector, model.TargetNames.Count > 0, predictor.HasVariance, form.QuantileLevels).Schema(form.TargetCount, model.TargetNames);
    }

    public ISchemaBindableMapper Bindable { get; }

    public RoleMappedSchema InputRoleMappedSchema { get; }

    public DataViewSchema InputSchema => InputRoleMappedSchema.Schema;

    public DataViewSchema OutputSchema { get; }

    private DataViewSchema.Column Feature => InputRoleMappedSchema.Feature!.Value;

    public IEnumerable<KeyValuePair<RoleMappedSchema.ColumnRole, string>> GetInputColumnRoles() => [RoleMappedSchema.ColumnRole.Feature.Bind(Feature.Name)];

    IEnumerable<DataViewSchema.Column> ISchemaBoundRowMapper.GetDependenciesForNewColumns(IEnumerable<DataViewSchema.Column> dependingColumns) => dependingColumns.Any() ? [Feature] : [];

    DataViewRow ISchemaBoundRowMapper.GetRow(DataViewRow input, IEnumerable<DataViewSchema.Column> activeColumns)
    {
        HashSet<int> active = [.. activeColumns.Select(column => column.Index)];
        var getters = new Delegate[OutputSchema.Count];
        if (active.Count > 0)
        {
            var current = new CurrentRow(_predictor, input, input.GetGetter<VBuffer<float>>(Feature));
            foreach (int index in active)
                getters[index] = Getter(OutputSchema[index].Name, current);
        }
        return new SimpleRow(OutputSchema, input, getters);
    }

    private Delegate Getter(string column, CurrentRow row) => column switch
    {
        RegressionColumns.Quantiles => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => VectorValue.Set(ref value, _predictor.Quantiles(row.Predict()))),
        RegressionColumns.ScoreVariance when _isScalar => (ValueGetter<float>)((ref float value) => value = _predictor.Variances(row.Predict())[0]),
        RegressionColumns.ScoreVariance => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => VectorValue.Set(ref value, _predictor.Variances(row.Predict()))),
        _ when _isScalar => (ValueGetter<float>)((ref float value) => value = row.Predict()[0]),
        _ => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => VectorValue.Set(ref value, _predictor.Scores(row.Predict()))),
    };

    private sealed class CurrentRow(RegressionPredictor predictor, DataViewRow input, ValueGetter<VBuffer<float>> getFeatures)
    {
        private readonly RowScorer _scorer = new(predictor);
        private readonly float[] _prediction = new float[predictor.Width];
        private VBuffer<float> _features;
        private long _position = -1;

        public ReadOnlySpan<float> Predict()
        {
            if (input.Position != _position)
            {
                getFeatures(ref _features);
                _scorer.Score(_features).CopyTo(_prediction);
                _position = input.Position;
            }
            return _prediction;
        }
    }
}
