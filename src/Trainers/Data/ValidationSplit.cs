using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Splits rows off for validation, at random from a generator.</summary>
internal static class ValidationSplit
{
    /// <summary>The indices of the training and the validation rows, each in ascending order; with classes, each class gives its share.</summary>
    /// <exception cref="MlpTrainingException">There are fewer than two rows.</exception>
    public static (torch.Tensor Training, torch.Tensor Validation) Split(RowTable rows, double fraction, bool isStratified, torch.Generator generator)
    {
        if (rows.Count < 2)
            throw new MlpTrainingException("Early stopping splits rows off for validation, but there is just one row. Give more rows, give validation rows, or set Patience to null.");
        long[] order = torch.randperm(rows.Count, generator: generator).data<long>().ToArray();
        long[] classes = isStratified ? ClassesOf(rows.Targets) : new long[rows.Count];
        Dictionary<long, int> wanted = Shares(classes, fraction);
        var training = new List<long>();
        var validation = new List<long>();
        foreach (long row in order)
        {
            bool isWanted = wanted[classes[row]] > 0;
            if (isWanted)
                wanted[classes[row]]--;
            (isWanted ? validation : training).Add(row);
        }
        return (Ascending(training), Ascending(validation));
    }

    // The share of each class, rounded to whole rows by largest remainder, so that the classes' shares add up to the whole's.
    private static Dictionary<long, int> Shares(long[] classes, double fraction)
    {
        int total = Math.Clamp((int)Math.Round(classes.Length * fraction), 1, classes.Length - 1);
        var exact = classes.CountBy(c => c).OrderBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value * (double)total / classes.Length);
        var shares = exact.ToDictionary(pair => pair.Key, pair => (int)pair.Value);
        int missing = total - shares.Values.Sum();
        foreach (long c in exact.OrderByDescending(pair => pair.Value - Math.Floor(pair.Value)).ThenBy(pair => pair.Key).Select(pair => pair.Key).Take(missing))
            shares[c]++;
        return shares;
    }

    private static long[] ClassesOf(torch.Tensor targets)
    {
        using torch.Tensor classes = targets.dim() == 1 ? targets.alias() : targets.size(1) == 1 ? targets.squeeze(1).to_type(torch.int64) : targets.argmax(1);
        return classes.data<long>().ToArray();
    }

    private static torch.Tensor Ascending(List<long> indices)
    {
        indices.Sort();
        return torch.tensor(indices.ToArray());
    }
}
