namespace MLNet.LossExperiments.Host.Descriptions;

/// <summary>Where the numbers of a column lie.</summary>
/// <param name="Distinct">How many different numbers there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, that of a sample (divided by n - 1); NaN for a single number.</param>
/// <param name="Least">The least.</param>
/// <param name="FirstQuartile">A quarter is below it; between two numbers, in proportion, as are the other quartiles.</param>
/// <param name="Median">Half are below it.</param>
/// <param name="ThirdQuartile">Three quarters are below it.</param>
/// <param name="Greatest">The greatest.</param>
internal sealed record NumberSummary(int Distinct, double Mean, double StandardDeviation, double Least, double FirstQuartile, double Median, double ThirdQuartile, double Greatest)
{
    /// <summary>Summarises numbers, bringing them into order.</summary>
    /// <param name="numbers">At least one, none of them NaN.</param>
    public static NumberSummary Of(Span<float> numbers)
    {
        numbers.Sort();
        double sum = 0, squares = 0;
        int distinct = 1;
        foreach (float number in numbers)
            sum += number;
        double mean = sum / numbers.Length;
        for (int i = 0; i < numbers.Length; i++)
        {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
            if (i > 0 && numbers[i] != numbers[i - 1])
                distinct++;
        }
        double deviation = numbers.Length > 1 ? Math.Sqrt(squares / (numbers.Length - 1)) : double.NaN;
        return new NumberSummary(distinct, mean, deviation, numbers[0], Quantile(numbers, 0.25), Quantile(numbers, 0.5), Quantile(numbers, 0.75), numbers[^1]);
    }

    private static double Quantile(ReadOnlySpan<float> ordered, double level)
    {
        double place = level * (ordered.Length - 1);
        int below = (int)place;
        return below + 1 == ordered.Length ? ordered[below] : ordered[below] + ((place - below) * ((double)ordered[below + 1] - ordered[below]));
    }
}
