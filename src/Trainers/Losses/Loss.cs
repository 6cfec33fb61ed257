using MLNet.LossExperiments.Models;
using TorchSharp;

namespace MLNet.LossExperiments.Losses;

/// <summary>
/// A loss is a formula: raw outputs of the network and targets in, one value per row out. It averages nothing and weighs nothing; the training step
/// does that once for all. It declares the link that turns outputs into predictions. Immutable, so one may serve many trainers and threads.
/// </summary>
public abstract class Loss
{
    private protected Loss(string name, Link link)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Link = link;
    }

    /// <summary>The name by which the catalog knows it, with its parameters, for example <c>mse</c> or <c>huber:delta=1</c>.</summary>
    public string Name { get; }

    /// <summary>Turns the outputs of a network trained with this loss into predictions.</summary>
    public Link Link { get; }

    /// <summary>What there is to know about it: its formula, what minimises it, when to use it; null for a loss of your own.</summary>
    public abstract LossDescription? Description { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>Whether the loss compares the rows of a batch with each other: each row's value is then that of the batch, and depends on the rows' weights.</summary>
    internal virtual bool IsBatchwise => false;

    /// <summary>Whether rows of several networks may be given at once: certain where a row's value depends on that row alone.</summary>
    internal virtual bool TakesStackedRows => !IsBatchwise;

    /// <summary>What it takes and gives, in words.</summary>
    internal abstract LossTraits Traits { get; }

    /// <summary>The loss of each row: [n] from outputs [n, k] and targets of the task's shape.</summary>
    /// <param name="outputs">[n, k].</param>
    /// <param name="targets">In the task's shape.</param>
    /// <param name="weights">[n], or null for equal weights. Only a batchwise loss looks at them; the losses of rows are weighed by the caller.</param>
    /// <exception cref="ArgumentException">A shape does not fit: broadcasting [n] against [n, 1] would silently give [n, n].</exception>
    internal torch.Tensor RowLosses(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights = null)
    {
        CheckShapes(ShapeOf(outputs, stackalloc long[4]), ShapeOf(targets, stackalloc long[4]));
        torch.Tensor losses = Formula(outputs, targets, weights);
        if (losses.dim() != 1 || losses.size(0) != outputs.size(0))
            throw new ArgumentException($"The loss '{Name}' returned a tensor of shape {Shape(losses.shape)} for {outputs.size(0)} rows. It must return one value per row, shape [{outputs.size(0)}]: average over the columns with mean(1), but not over the rows.");
        return losses;
    }

    private protected abstract torch.Tensor Formula(torch.Tensor outputs, torch.Tensor targets, torch.Tensor? weights);

    private protected abstract void CheckShapes(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets);

    private protected ArgumentException ShapeMismatch(ReadOnlySpan<long> outputs, ReadOnlySpan<long> targets, string expected) =>
        new($"The loss '{Name}' was given outputs of shape {Shape(outputs)} and targets of shape {Shape(targets)}. It takes {expected}.");

    // In every step; the property allocates.
    private static ReadOnlySpan<long> ShapeOf(torch.Tensor tensor, Span<long> place)
    {
        int dimensions = (int)tensor.dim();
        if (dimensions > place.Length)
            return tensor.shape;
        for (int i = 0; i < dimensions; i++)
            place[i] = tensor.size(i);
        return place[..dimensions];
    }

    private static string Shape(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}
