using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>Computes the predictions of a model: runs its networks, turns outputs into predictions row by row, averages those of an ensemble. Immutable, so any number of threads may run it, each with its own scratch space.</summary>
internal abstract class Predictor
{
    private readonly ForwardPass[] _members;

    /// <param name="members">The networks.</param>
    /// <param name="width">The number of values that are predicted for a row.</param>
    private protected Predictor(IReadOnlyList<FittedMember> members, int width)
    {
        _members = [.. members.Select(member => new ForwardPass(member.Network))];
        Width = width;
    }

    public int FeatureCount => _members[0].FeatureCount;

    /// <summary>The number of values that are predicted for a row.</summary>
    public int Width { get; }

    private protected int MemberCount => _members.Length;

    private int OutputCount => _members[0].OutputCount;

    /// <summary>How many floats of scratch space <see cref="Run"/> needs for a number of rows.</summary>
    public int ScratchLength(int rows) => checked(_members[0].ScratchLength(rows) + rows * (OutputCount + _members.Length * Width));

    /// <summary>Computes [rows, <see cref="Width"/>] predictions from [rows, <see cref="FeatureCount"/>] features.</summary>
    public void Run(ReadOnlySpan<float> features, int rows, Span<float> predictions, Span<float> scratch)
    {
        Span<float> outputs = scratch[..(rows * OutputCount)];
        Span<float> own = scratch.Slice(outputs.Length, rows * _members.Length * Width);
        Span<float> rest = scratch[(outputs.Length + own.Length)..];
        if (_members.Length == 1)
        {
            _members[0].Run(features, rows, outputs, rest);
            for (int row = 0; row < rows; row++)
                Predict(outputs.Slice(row * OutputCount, OutputCount), predictions.Slice(row * Width, Width));
            return;
        }
        for (int member = 0; member < _members.Length; member++)
        {
            _members[member].Run(features, rows, outputs, rest);
            for (int row = 0; row < rows; row++)
                Predict(outputs.Slice(row * OutputCount, OutputCount), own.Slice((row * _members.Length + member) * Width, Width));
        }
        for (int row = 0; row < rows; row++)
            Combine(own.Slice(row * _members.Length * Width, _members.Length * Width), predictions.Slice(row * Width, Width));
    }

    /// <summary>The predictions of one network for one row.</summary>
    private protected abstract void Predict(Span<float> outputs, Span<float> prediction);

    /// <summary>The predictions of the ensemble for one row, from those of its networks, [members, <see cref="Width"/>].</summary>
    private protected virtual void Combine(ReadOnlySpan<float> members, Span<float> prediction)
    {
        for (int i = 0; i < Width; i++)
            prediction[i] = (float)Mean(members, i);
    }

    private protected double Mean(ReadOnlySpan<float> members, int index)
    {
        double sum = 0;
        for (int at = index; at < members.Length; at += Width)
            sum += members[at];
        return sum / MemberCount;
    }
}
