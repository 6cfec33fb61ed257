using System.Globalization;

namespace MLNet.LossExperiments.Host.Splits;

/// <summary>
/// How a dataset is divided, as written on the command line: one share (0.2) for the set that is split off, the test set where both are,
/// or all parts in percent (70/20/10).
/// </summary>
internal sealed record SplitRatio
{
    private readonly double[] _parts;

    private SplitRatio(double[] parts) => _parts = parts;

    /// <exception cref="FormatException">The text is neither a share nor parts that make up a whole.</exception>
    public static SplitRatio Parse(string text)
    {
        const double rounding = 1e-6;
        string[] words = text.Split('/');
        double[] parts = [.. words.Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double part) ? part : double.NaN)];
        if (parts is [var share] && share is > 0 and < 1)
            return new SplitRatio(parts);
        bool isWhole = Math.Abs(parts.Sum() - 100) < rounding || Math.Abs(parts.Sum() - 1) < rounding;
        if (parts.Length is 2 or 3 && parts.All(part => part >= 0) && parts[0] > 0 && isWhole)
            return new SplitRatio([.. parts.Select(part => part / parts.Sum())]);
        throw new FormatException($"'{text}' is not a split. Allowed are a share between 0 and 1 such as 0.2, or percents that add up to 100 such as 70/20/10 (training, validation, test).");
    }

    /// <summary>The shares of a dataset that serve as training, validation and test set.</summary>
    /// <param name="ratio">What the user asked for; null for nothing.</param>
    /// <param name="hasValidation">Whether a file of validation rows is given, so that none are split off.</param>
    /// <param name="hasTest">Whether a file of test rows is given, so that none are split off.</param>
    /// <param name="usual">The share of a set about which the user says nothing.</param>
    /// <exception cref="CommandException">The ratio does not fit the files given.</exception>
    public static SplitShares Resolve(SplitRatio? ratio, bool hasValidation, bool hasTest, double usual)
    {
        double[]? parts = ratio?._parts;
        if (hasValidation && hasTest)
        {
            return parts is null
                ? new SplitShares(1, 0, 0)
                : throw CommandException.Usage("--split-ratio has nothing to split, since both --validation-dataset and --test-dataset are given.");
        }
        if (hasValidation || hasTest)
        {
            double splitOff = parts switch
            {
                null => usual,
                [var share] => share,
                [_, var share] => share,
                [_, var validation, 0] when hasTest => validation,
                [_, 0, var test] when hasValidation => test,
                _ => throw CommandException.Usage($"--split-ratio has a part for each of three sets, but one of them is given by --{(hasTest ? "test" : "validation")}-dataset. Give two parts."),
            };
            return hasValidation ? new SplitShares(1 - splitOff, 0, splitOff) : new SplitShares(1 - splitOff, splitOff, 0);
        }
        return parts switch
        {
            null => new SplitShares(1 - (2 * usual), usual, usual),
            [var test] => new SplitShares((1 - test) * (1 - usual), (1 - test) * usual, test),
            [var training, var validation, var test] => new SplitShares(training, validation, test),
            _ => throw CommandException.Usage("--split-ratio has two parts, but three are wanted (training, validation, test), or a single share such as 0.2 for the test set."),
        };
    }
}
