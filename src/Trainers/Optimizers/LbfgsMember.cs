using MLNet.LossExperiments.Native;
using TorchSharp;
using static MLNet.LossExperiments.Optimizers.LbfgsRule;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>L-BFGS for one member of a cohort: what it remembers, and its step as an iterator that waits for evaluations.</summary>
internal sealed class LbfgsMember
{
    private const double LeastCurvature = 1e-10;

    // Places in _numbers: how many iterations so far, how many pairs are remembered, the last move's length, the first guess of the inverse curvature; from First on the inverse products of the pairs.
    private const int Iterations = 0;
    private const int Pairs = 1;
    private const int Length = 2;
    private const int InverseCurvature = 3;
    private const int First = 4;

    private readonly LbfgsOptimizer _options;
    private readonly torch.Tensor _moves;
    private readonly torch.Tensor _changes;
    private readonly torch.Tensor _direction;
    private readonly torch.Tensor _previousGradient;
    private readonly torch.Tensor _numbers;

    /// <param name="options">The settings.</param>
    /// <param name="count">The number of parameters.</param>
    /// <param name="like">A tensor of the parameters' type on their device.</param>
    public LbfgsMember(LbfgsOptimizer options, long count, torch.Tensor like)
    {
        _options = options;
        _moves = torch.zeros([options.HistorySize, count], like.dtype, like.device);
        _changes = torch.zeros([options.HistorySize, count], like.dtype, like.device);
        _direction = torch.zeros([count], like.dtype, like.device);
        _previousGradient = torch.zeros([count], like.dtype, like.device);
        _numbers = torch.zeros([First + options.HistorySize], torch.float64);
    }

    public IReadOnlyList<torch.Tensor> State => [_moves, _changes, _direction, _previousGradient, _numbers];

    /// <summary>Takes a step; each item asks for an evaluation at what <paramref name="parameters"/> then holds.</summary>
    /// <param name="parameters">[parameters], changed in place.</param>
    /// <param name="learningRate">The length of a move, or the first try of it.</param>
    /// <param name="read">Reads what an evaluation gave.</param>
    public IEnumerator<bool> Step(torch.Tensor parameters, double learningRate, Func<Evaluated> read)
    {
        yield return true;
        Evaluated here = read();
        int evaluations = 1;
        int mostEvaluations = _options.MaxIterations * 5 / 4;
        for (int iteration = 1; iteration <= _options.MaxIterations && Size(here.Gradient) > _options.GradientTolerance; iteration++)
        {
            bool isFirst = Add(Iterations, 1) == 1;
            ChooseDirection(here.Gradient, isFirst);
            _previousGradient.copy_(here.Gradient);
            double slope = Dot(here.Gradient, _direction);
            double length = isFirst ? Math.Min(1, 1 / here.Gradient.abs().sum().to_type(torch.float64).item<double>()) * learningRate : learningRate;
            Set(Length, length);
            if (slope > -_options.ChangeTolerance)
                break;

            double lossBefore = here.Loss;
            bool isLast = iteration == _options.MaxIterations;
            torch.Tensor start = parameters.clone();
            if (_options.LineSearch)
            {
                var search = new WolfeSearch(here, slope, Size(_direction), length, _options.ChangeTolerance);
                while (search.NextTrial() is { } trial)
                {
                    MoveTo(parameters, start, trial);
                    yield return true;
                    Evaluated there = read();
                    search.Tell(there, Dot(there.Gradient, _direction));
                    evaluations++;
                }
                (length, here) = search.Result;
                Set(Length, length);
                MoveTo(parameters, start, length);
            }
            else
            {
                MoveTo(parameters, start, length);
                if (!isLast)
                {
                    yield return true;
                    here = read();
                    evaluations++;
                }
            }
            if (evaluations >= mostEvaluations || Size(_direction) * length <= _options.ChangeTolerance || Math.Abs(here.Loss - lossBefore) < _options.ChangeTolerance)
                break;
        }
    }

    private void MoveTo(torch.Tensor parameters, torch.Tensor start, double length) => parameters.copy_(start.Plus(_direction.Times(length)));

    private void ChooseDirection(torch.Tensor gradient, bool isFirst)
    {
        if (isFirst)
        {
            Set(Pairs, 0);
            Set(InverseCurvature, 1);
            _direction.copy_(gradient.neg());
            return;
        }
        Remember(gradient);
        _direction.copy_(TimesInverseCurvature(gradient.neg()));
    }

    private void Remember(torch.Tensor gradient)
    {
        torch.Tensor change = gradient - _previousGradient, move = _direction.Times(Get(Length));
        double product = Dot(change, move);
        if (product <= LeastCurvature)
            return;
        int count = (int)Get(Pairs);
        if (count == _options.HistorySize)
        {
            foreach (torch.Tensor history in new[] { _moves, _changes, _numbers.narrow(0, First, count) })
                history.copy_(history.roll(-1, 0));
            count--;
        }
        _moves.select(0, count).copy_(move);
        _changes.select(0, count).copy_(change);
        Set(First + count, 1 / product);
        Set(Pairs, count + 1);
        Set(InverseCurvature, product / Dot(change, change));
    }

    // The two loops of Nocedal 1980.
    private torch.Tensor TimesInverseCurvature(torch.Tensor vector)
    {
        int count = (int)Get(Pairs);
        var shares = new double[count];
        for (int i = count - 1; i >= 0; i--)
        {
            shares[i] = Dot(_moves.select(0, i), vector) * Get(First + i);
            vector.PlusInPlace(_changes.select(0, i), -shares[i]);
        }
        vector.TimesInPlace(Get(InverseCurvature));
        for (int i = 0; i < count; i++)
            vector.PlusInPlace(_moves.select(0, i), shares[i] - Dot(_changes.select(0, i), vector) * Get(First + i));
        return vector;
    }

    private static double Dot(torch.Tensor a, torch.Tensor b) => a.dot(b).to_type(torch.float64).item<double>();

    private static double Size(torch.Tensor vector) => vector.abs().max().to_type(torch.float64).item<double>();

    private double Get(int place) => _numbers[place].item<double>();

    private void Set(int place, double value) => _numbers.narrow(0, place, 1).FillInPlace(value);

    private double Add(int place, double value)
    {
        Set(place, Get(place) + value);
        return Get(place);
    }
}
