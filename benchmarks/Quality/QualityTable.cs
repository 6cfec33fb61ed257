using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

/// <summary>Prints results as Markdown: a row for each set, then what follows over all sets.</summary>
/// <param name="results">The results; only splits that all contestants finished count.</param>
/// <param name="contestants">The contestants, in order.</param>
/// <param name="rival">The one that the others are compared with.</param>
internal sealed class QualityTable(IReadOnlyList<QualityResult> results, string[] contestants, string rival)
{
    // As pytabkit averages errors over data sets: a geometric mean, shifted so that a set that all solve does not decide alone.
    private const double Shift = 0.01;

    // Test rows divided by training rows.
    private const double TestShare = 0.25;

    public void Print()
    {
        Console.WriteLine($"| set | {string.Join(" | ", contestants)} |");
        Console.WriteLine($"|---|{string.Concat(contestants.Select(_ => "---|"))}");
        QualitySet[] sets = [.. QualitySet.All.Where(set => contestants.All(contestant => Of(set, contestant).Length > 0))];
        foreach (QualitySet set in sets)
            Console.WriteLine($"| {set.Name}, {set.Measure} | {string.Join(" | ", contestants.Select(contestant => Cell(set, contestant)))} |");
        Console.WriteLine($"| mean normalised error | {Row(contestant => Math.Exp(sets.Average(set => Math.Log(Mean(set, contestant) + Shift))) - Shift, "0.0000")} |");
        Console.WriteLine($"| mean rank | {Row(contestant => sets.Average(set => contestants.Count(other => Mean(set, other) < Mean(set, contestant)) + 1), "0.0")} |");
        Console.WriteLine($"| better than {rival}, worse, cannot be told | {string.Join(" | ", contestants.Select(contestant => contestant == rival ? "" : Against(sets, contestant)))} |");
        Console.WriteLine($"| seconds, sum of the means | {Row(contestant => sets.Sum(set => Of(set, contestant).Average(result => result.Seconds)), "0")} |");
    }

    private string Row(Func<string, double> value, string format) => string.Join(" | ", contestants.Select(contestant => value(contestant).ToString(format, CultureInfo.InvariantCulture)));

    private string Cell(QualitySet set, string contestant)
    {
        double[] measures = [.. Of(set, contestant).Select(result => result.Measure)];
        string text = string.Create(CultureInfo.InvariantCulture, $"{measures.Mean():0.0000} ± {(measures.Length > 1 ? measures.StandardDeviation() : 0):0.0000}");
        return contestants.All(other => Mean(set, other) >= Mean(set, contestant)) ? $"**{text}**" : text;
    }

    // The corrected resampled t-test of Nadeau and Bengio (2003), two-sided at 5 %, set by set.
    private string Against(QualitySet[] sets, string contestant)
    {
        int better = 0, worse = 0;
        foreach (QualitySet set in sets)
        {
            double[] differences = [.. Of(set, contestant).Zip(Of(set, rival), (own, other) => own.Error - other.Error)];
            if (differences.Length < 2)
                continue;
            double error = Math.Sqrt((1.0 / differences.Length + TestShare) * differences.Variance());
            bool isReal = 2 * StudentT.CDF(0, 1, differences.Length - 1, -Math.Abs(differences.Mean()) / error) < 0.05;
            better += isReal && differences.Mean() < 0 ? 1 : 0;
            worse += isReal && differences.Mean() > 0 ? 1 : 0;
        }
        return $"{better}, {worse}, {sets.Length - better - worse}";
    }

    private double Mean(QualitySet set, string contestant) => Of(set, contestant).Average(result => result.Error);

    private QualityResult[] Of(QualitySet set, string contestant) =>
    [
        .. results.Where(result => result.Set == set.Name && result.Contestant == contestant && contestants.All(other => results.Any(its => its.Set == set.Name && its.Split == result.Split && its.Contestant == other)))
            .OrderBy(result => result.Split),
    ];
}
