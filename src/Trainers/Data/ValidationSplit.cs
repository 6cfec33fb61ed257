using MLNet.LossExperiments.Splits;
using TorchSharp;

namespace MLNet.LossExperiments.Data;

/// <summary>Splits rows off for validation.</summary>
internal static class ValidationSplit
{
    /// <summary>The indices of the training and the validation rows, each in ascending order.</summary>
    /// <param name="rows">What the split respects.</param>
    /// <param name="fraction">The share to split off.</param>
    /// <param name="start">Where the random stream starts.</param>
    /// <exception cref="MlpTrainingException">There are fewer than two rows, groups or times.</exception>
    public static (torch.Tensor Training, torch.Tensor Validation) Split(RowTraits rows, double fraction, ulong start)
    {
        ThrowIfTooFew(rows.Count);
        bool[] isOff = SplitOff.Of(rows, fraction, start);
        return (Places(isOff, false), Places(isOff, true));
    }

    /// <exception cref="MlpTrainingException">There are fewer than two rows.</exception>
    public static void ThrowIfTooFew(long rows)
    {
        if (rows < 2)
            throw new MlpTrainingException("Early stopping splits rows off for validation, but there is just one row. Give more rows, give validation rows, or set Patience to null.");
    }

    /// <summary>The class of each row, from its targets.</summary>
    public static int[] ClassesOf(torch.Tensor targets)
    {
        using torch.Tensor classes = targets.dim() == 1 ? targets.alias() : targets.size(1) == 1 ? targets.squeeze(1).to_type(torch.int64) : targets.argmax(1);
        return [.. classes.data<long>().Select(c => (int)c)];
    }

    /// <summary>The places at which a flag stands.</summary>
    public static torch.Tensor Places(bool[] flags, bool flag) => torch.tensor(Enumerable.Range(0, flags.Length).Where(place => flags[place] == flag).Select(place => (long)place).ToArray());
}
