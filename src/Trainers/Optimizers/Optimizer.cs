using MLNet.LossExperiments.Catalogs;
using TorchSharp;

namespace MLNet.LossExperiments.Optimizers;

/// <summary>How weights follow gradients. Immutable; <c>Optimizer.Adam() with { LearningRate = 0.01 }</c> changes one setting.</summary>
public abstract record Optimizer
{
    private protected Optimizer(string name, double learningRate)
    {
        Name = name;
        LearningRate = learningRate;
    }

    /// <summary>The name by which the catalog knows it, for example <c>adam</c>.</summary>
    public string Name { get; }

    /// <summary>The size of a step. Greater than 0; each optimizer has its own default.</summary>
    public double LearningRate { get; init; }

    /// <summary>How strongly weights are drawn to 0: for AdamW and Lion the share that a step takes off them, divided by the learning rate; for the others the factor of an L2 penalty in the gradient. At least 0; default 0 (AdamW: 0.01).</summary>
    public double WeightDecay { get; init; }

    /// <summary>Stochastic gradient descent.</summary>
    /// <param name="learningRate">The size of a step; default 0.01.</param>
    /// <param name="momentum">The share of the previous step that is taken again, in [0, 1); default 0.</param>
    /// <returns>The optimizer.</returns>
    public static SgdOptimizer Sgd(double learningRate = SgdOptimizer.DefaultLearningRate, double momentum = 0) => new() { LearningRate = learningRate, Momentum = momentum };

    /// <summary>Adam (Kingma and Ba 2015).</summary>
    /// <param name="learningRate">The size of a step; default 0.001.</param>
    /// <returns>The optimizer.</returns>
    public static AdamOptimizer Adam(double learningRate = AdamOptimizer.DefaultLearningRate) => new() { LearningRate = learningRate };

    /// <summary>AdamW: Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
    /// <param name="learningRate">The size of a step; default 0.001.</param>
    /// <param name="weightDecay">The share, times the learning rate, that each step takes off the weights; default 0.01.</param>
    /// <returns>The optimizer.</returns>
    public static AdamWOptimizer AdamW(double learningRate = AdamOptimizer.DefaultLearningRate, double weightDecay = AdamWOptimizer.DefaultWeightDecay) =>
        new() { LearningRate = learningRate, WeightDecay = weightDecay };

    /// <summary>NAdam: Adam with Nesterov's momentum (Dozat 2016).</summary>
    /// <param name="learningRate">The size of a step; default 0.002.</param>
    /// <returns>The optimizer.</returns>
    public static NAdamOptimizer NAdam(double learningRate = NAdamOptimizer.DefaultLearningRate) => new() { LearningRate = learningRate };

    /// <summary>RAdam: Adam with rectified first steps (Liu et al. 2020).</summary>
    /// <param name="learningRate">The size of a step; default 0.001.</param>
    /// <returns>The optimizer.</returns>
    public static RAdamOptimizer RAdam(double learningRate = AdamOptimizer.DefaultLearningRate) => new() { LearningRate = learningRate };

    /// <summary>RMSprop (Hinton 2012).</summary>
    /// <param name="learningRate">The size of a step; default 0.01.</param>
    /// <param name="momentum">The share of the previous step that is taken again, in [0, 1); default 0.</param>
    /// <returns>The optimizer.</returns>
    public static RmsPropOptimizer RmsProp(double learningRate = RmsPropOptimizer.DefaultLearningRate, double momentum = 0) => new() { LearningRate = learningRate, Momentum = momentum };

    /// <summary>Adagrad (Duchi, Hazan and Singer 2011).</summary>
    /// <param name="learningRate">The size of a step; default 0.01.</param>
    /// <returns>The optimizer.</returns>
    public static AdagradOptimizer Adagrad(double learningRate = AdagradOptimizer.DefaultLearningRate) => new() { LearningRate = learningRate };

    /// <summary>Lion (Chen et al. 2023).</summary>
    /// <param name="learningRate">The size of a step; default 0.0001.</param>
    /// <param name="weightDecay">The share, times the learning rate, that each step takes off the weights; default 0.</param>
    /// <returns>The optimizer.</returns>
    public static LionOptimizer Lion(double learningRate = LionOptimizer.DefaultLearningRate, double weightDecay = 0) => new() { LearningRate = learningRate, WeightDecay = weightDecay };

    /// <summary>L-BFGS (Liu and Nocedal 1989), which takes all rows in each step.</summary>
    /// <param name="learningRate">The first try for the length of a move; default 1.</param>
    /// <returns>The optimizer.</returns>
    public static LbfgsOptimizer Lbfgs(double learningRate = LbfgsOptimizer.DefaultLearningRate) => new() { LearningRate = learningRate };

    /// <summary>The name with the settings that are this optimizer's own; learning rate and weight decay are apart.</summary>
    /// <returns>For example <c>sgd:momentum=0.9,nesterov=true</c>.</returns>
    public sealed override string ToString() => CatalogText.Of(Name, Settings);

    /// <summary>The settings beside learning rate and weight decay, as the catalog names them.</summary>
    private protected abstract (string Name, object Value)[] Settings { get; }

    /// <summary>The state of this optimizer for parameters [members, parameters].</summary>
    internal abstract UpdateRule CreateRule(torch.Tensor parameters);

    /// <summary>Whether steps stay the same when all gradients are multiplied by one factor.</summary>
    internal virtual bool IsScaleFree => false;

    /// <summary>Whether each step takes all rows.</summary>
    internal virtual bool IsFullBatch => false;

    internal virtual IEnumerable<OptionFault> FindFaults()
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            yield return new(nameof(LearningRate), $"is {LearningRate}, but must be a number greater than 0.");
        if (!(WeightDecay >= 0 && double.IsFinite(WeightDecay)))
            yield return new(nameof(WeightDecay), $"is {WeightDecay}, but must be a number of at least 0.");
    }

    private protected static bool IsShare(double value) => value is >= 0 and < 1;
}
