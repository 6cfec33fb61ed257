using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Interop;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Reads the rows of an <see cref="IDataView"/> into tensors, block by block, all but those with a missing label, feature or weight, which are counted.</summary>
internal sealed class RowReader : IDisposable
{
    // How far the probabilities of a row may be from adding up to 1, for what rounding to a few digits does to them.
    private const double SumTolerance = 1e-3;

    private readonly FitRows _rows;
    private readonly TargetRule _rule;
    private readonly Func<long, bool>? _isWanted;
    private readonly Action _checkAlive;
    private readonly DataViewRowCursor _cursor;
    private readonly ValueGetter<VBuffer<float>> _getFeatures;
    private readonly Action<Span<float>> _getTarget;
    private readonly ValueGetter<float>? _getWeight;
    private readonly RowMarks? _marks;
    private readonly Action? _readMarks;
    private readonly RowBuffer _features;
    private readonly RowBuffer _targets;
    private readonly RowBuffer? _weights;
    private VBuffer<float> _vector;

    /// <param name="rows">The rows and their columns.</param>
    /// <param name="rule">What labels must be.</param>
    /// <param name="buffers">What rows are read into; one reader at a time may use it.</param>
    /// <param name="checkAlive">Throws when the fit is to end.</param>
    /// <param name="isWanted">Whether a row is read at all, by its place from 0; null for all rows.</param>
    /// <param name="marks">Is told the groups and times of the rows that are read; null for neither.</param>
    public RowReader(FitRows rows, TargetRule rule, RowBuffers buffers, Action checkAlive, Func<long, bool>? isWanted = null, RowMarks? marks = null)
    {
        _rows = rows;
        _rule = rule;
        _checkAlive = checkAlive;
        _isWanted = isWanted;
        _features = buffers.Features;
        _targets = buffers.Targets;
        _weights = rows.Weight is null ? null : buffers.Weights;
        DataViewSchema.Column[] columns = rows.Weight is { } weight ? [rows.Features, rows.Label, weight] : [rows.Features, rows.Label];
        _cursor = rows.Data.GetRowCursor(columns.Concat(marks?.ColumnsOf(rows.Data.Schema) ?? []));
        _getFeatures = _cursor.GetGetter<VBuffer<float>>(rows.Features);
        _getTarget = TargetGetter();
        _getWeight = rows.Weight is { } column ? _cursor.GetGetter<float>(column) : null;
        _marks = marks;
        _readMarks = marks?.ReaderOf(rows.Data, _cursor);
    }

    public SkippedRows Skipped { get; private set; }

    /// <summary>The number of rows that were come across so far, those left out included.</summary>
    public long RowCount { get; private set; }

    /// <summary>Where given, is told the place of each row that is read, from 0.</summary>
    public List<long>? Places { get; init; }

    /// <summary>Whether there are no more rows; known once a block came out shorter than it might have been.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether each block takes the memory of the buffers with it: for rows that are kept, so that they are held once, not twice. Otherwise the next block is read into the same memory.</summary>
    public bool TakesBuffers { get; init; }

    /// <summary>The next rows, at most <paramref name="count"/>; fewer, or none, at the end.</summary>
    /// <exception cref="MlpTrainingException">A weight is negative, a label not what it must be, or class probabilities are none.</exception>
    public RowTable Read(int count)
    {
        _features.Clear();
        _targets.Clear();
        _weights?.Clear();
        _marks?.Clear();
        while (_features.Count < count && !IsAtEnd)
        {
            IsAtEnd = !_cursor.MoveNext();
            if (IsAtEnd)
                break;
            RowCount++;
            if ((_cursor.Position & 0xFFF) == 0)
                _checkAlive();
            if (_isWanted is null || _isWanted(_cursor.Position))
                ReadRow();
        }
        torch.Tensor ToTensor(RowBuffer buffer) => TakesBuffers ? buffer.TakeTensor() : buffer.ToTensor();
        torch.Tensor target = ToTensor(_targets);
        return new RowTable(ToTensor(_features), _rule.Kind == TargetKind.Class ? target.squeeze(1).to_type(torch.int64) : target, _weights is null ? null : ToTensor(_weights).squeeze(1));
    }

    public void Dispose() => _cursor.Dispose();

    // The greatest magnitude is NaN if any number is.
    private static bool AreFinite(ReadOnlySpan<float> values) => float.IsFinite(TensorPrimitives.MaxMagnitude(values));

    // A row counts once all of its parts are committed; what was written before that is written over by the next.
    private void ReadRow()
    {
        Span<float> target = _targets.NextRow();
        _getTarget(target);
        if (!AreFinite(target))
        {
            Skipped = Skipped with { Label = Skipped.Label + 1 };
            return;
        }
        CheckTarget(target);
        _getFeatures(ref _vector);
        Span<float> row = _features.NextRow();
        _vector.CopyTo(row);
        if (!AreFinite(row))
        {
            Skipped = Skipped with { Features = Skipped.Features + 1 };
            return;
        }
        if (_weights is not null)
        {
            ref float weight = ref _weights.NextRow()[0];
            _getWeight!(ref weight);
            if (weight < 0)
                throw new MlpTrainingException($"The weight column '{_rows.Weight!.Value.Name}' is {weight} in row {_cursor.Position}, counted from 0. Weights must be at least 0.");
            if (!float.IsFinite(weight))
            {
                Skipped = Skipped with { Weight = Skipped.Weight + 1 };
                return;
            }
            _weights.Commit();
        }
        _targets.Commit();
        _features.Commit();
        Places?.Add(_cursor.Position);
        _readMarks?.Invoke();
    }

    private Action<Span<float>> TargetGetter()
    {
        if (_rows.Label.Type is VectorDataViewType)
        {
            ValueGetter<VBuffer<float>> getVector = _cursor.GetGetter<VBuffer<float>>(_rows.Label);
            VBuffer<float> vector = default;
            return target =>
            {
                getVector(ref vector);
                vector.CopyTo(target);
            };
        }
        ValueGetter<float> getNumber = _rows.GetScalarLabel(_cursor);
        return target => getNumber(ref target[0]);
    }

    private void CheckTarget(ReadOnlySpan<float> target)
    {
        foreach (float value in target)
        {
            if (!_rule.Accepts(value))
                throw new MlpTrainingException($"The label column '{_rows.Label.Name}' is {value} in row {_cursor.Position}, counted from 0. {_rule.Demand}");
        }
        if (_rule.Kind != TargetKind.ClassProbabilities)
            return;
        double sum = 0;
        foreach (float probability in target)
        {
            if (probability < 0)
                throw new MlpTrainingException($"The label column '{_rows.Label.Name}' holds {probability} in row {_cursor.Position}, counted from 0. Class probabilities must be at least 0.");
            sum += probability;
        }
        if (Math.Abs(sum - 1) > SumTolerance)
            throw new MlpTrainingException($"The class probabilities of the label column '{_rows.Label.Name}' add up to {sum:G6} in row {_cursor.Position}, counted from 0. They must add up to 1.");
    }
}
