using static MLNet.LossExperiments.Optimizers.LbfgsRule;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>
/// A line search for the strong Wolfe conditions by cubic interpolation: first brackets an acceptable length, then narrows the bracket (Nocedal and Wright 2006, algorithms 3.5 and 3.6, with the safeguards that
/// PyTorch has from Schmidt's minFunc). It is told what a trial gave and says which to try next.
/// </summary>
internal sealed class WolfeSearch
{
    private const double SufficientDecrease = 1e-4;
    private const double Curvature = 0.9;
    private const int MostTrials = 25;

    private readonly Point _start;
    private readonly double _directionSize;
    private readonly double _changeTolerance;
    private double? _next;
    private Point _previous;
    private Point? _low;
    private Point? _high;
    private bool _isBracketed;
    private bool _isStuck;
    private int _trials;

    /// <param name="here">The loss and gradient at length 0.</param>
    /// <param name="slope">The slope at length 0, negative.</param>
    /// <param name="directionSize">The largest entry of the direction.</param>
    /// <param name="firstTrial">The first length to try.</param>
    /// <param name="changeTolerance">The bracket is narrow enough where no parameter changes by more in it.</param>
    public WolfeSearch(Evaluated here, double slope, double directionSize, double firstTrial, double changeTolerance)
    {
        _start = new Point(0, here, slope);
        _previous = _start;
        _directionSize = directionSize;
        _changeTolerance = changeTolerance;
        _next = firstTrial;
    }

    /// <summary>The length to move by, and the loss and gradient there.</summary>
    public (double Length, Evaluated There) Result => (_low!.Length, _low.There);

    /// <summary>The next length to try; null when the search is over.</summary>
    public double? NextTrial() => _next;

    /// <summary>Takes in what the trial gave.</summary>
    public void Tell(Evaluated there, double slope)
    {
        var trial = new Point(_next!.Value, there, slope);
        if (_isBracketed)
            Narrow(trial);
        else
            Bracket(trial);
    }

    private bool FailsToDecrease(Point trial) => trial.Loss > _start.Loss + SufficientDecrease * trial.Length * _start.Slope;

    private bool IsFlat(Point trial) => Math.Abs(trial.Slope) <= -Curvature * _start.Slope;

    private void Bracket(Point trial)
    {
        if (FailsToDecrease(trial) || (_trials > 1 && trial.Loss >= _previous.Loss))
        {
            SetBracket(_previous, trial);
            return;
        }
        if (IsFlat(trial))
        {
            (_low, _next) = (trial, null);
            return;
        }
        if (trial.Slope >= 0)
        {
            SetBracket(_previous, trial);
            return;
        }
        if (++_trials == MostTrials + 1)
        {
            // No bracket was found: the better of the ends.
            (_low, _next) = (_start.Loss <= trial.Loss ? _start : trial, null);
            return;
        }
        double next = Interpolate(_previous, trial, trial.Length + 0.01 * (trial.Length - _previous.Length), trial.Length * 10);
        _previous = trial;
        _next = next;
    }

    private void SetBracket(Point first, Point second)
    {
        _isBracketed = true;
        (_low, _high) = first.Loss <= second.Loss ? (first, second) : (second, first);
        ChooseInBracket();
    }

    private void Narrow(Point trial)
    {
        _trials++;
        if (FailsToDecrease(trial) || trial.Loss >= _low!.Loss)
        {
            _high = trial;
            if (_high.Loss < _low!.Loss)
                (_low, _high) = (_high, _low);
        }
        else
        {
            if (IsFlat(trial))
            {
                (_low, _next) = (trial, null);
                return;
            }
            if (trial.Slope * (_high!.Length - _low.Length) >= 0)
                _high = _low;
            _low = trial;
        }
        ChooseInBracket();
    }

    private void ChooseInBracket()
    {
        double least = Math.Min(_low!.Length, _high!.Length), greatest = Math.Max(_low.Length, _high.Length);
        if (_trials >= MostTrials || (greatest - least) * _directionSize < _changeTolerance)
        {
            _next = null;
            return;
        }
        double next = Interpolate(_low, _high, least, greatest);
        // Two trials near one end in a row are a sign that the cubic misleads: the second is pushed inwards.
        double margin = 0.1 * (greatest - least);
        bool isNearAnEnd = Math.Min(greatest - next, next - least) < margin;
        if (isNearAnEnd && (_isStuck || next >= greatest || next <= least))
        {
            next = Math.Abs(next - greatest) < Math.Abs(next - least) ? greatest - margin : least + margin;
            isNearAnEnd = false;
        }
        _isStuck = isNearAnEnd;
        _next = next;
    }

    // The minimum of the cubic through two losses and slopes, kept between bounds; their middle where the cubic has none.
    private static double Interpolate(Point a, Point b, double least, double greatest)
    {
        double d1 = a.Slope + b.Slope - 3 * (a.Loss - b.Loss) / (a.Length - b.Length);
        double square = d1 * d1 - a.Slope * b.Slope;
        if (!(square >= 0))
            return (least + greatest) / 2;
        double d2 = Math.Sqrt(square);
        double minimum = a.Length <= b.Length
            ? b.Length - (b.Length - a.Length) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2))
            : a.Length - (a.Length - b.Length) * ((a.Slope + d2 - d1) / (a.Slope - b.Slope + 2 * d2));
        return Math.Min(Math.Max(minimum, least), greatest);
    }

    private sealed record Point(double Length, Evaluated There, double Slope)
    {
        public double Loss => There.Loss;
    }
}
