using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss regression</c>.</summary>
internal sealed class RegressionCommand : TrainingCommand
{
    /// <summary>The name.</summary>
    public const string Title = "regression";

    /// <summary>What it does.</summary>
    public const string Summary = "Train a network to predict a number.";

    private static readonly MlpRegressionOptions Defaults = new();

    public RegressionCommand()
        : base(Title, Summary, Defaults, ConsoleOption.Of<string?>("--loss", "LOSS", DescribeLosses(), Check))
    {
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss mse",
        "mlnet-loss regression --dataset data/boston.csv --label-col MEDV --split-ratio 70/20/10 --hidden 5,5 --batch-norm --dropout 0.25 "
            + "--optimizer sgd --momentum 0.9 --batch-size 20 --drop-last --epochs 100 --patience 7 --seed 42",
        "mlnet-loss regression --dataset train.csv --test-dataset test.csv --label-col price --ignore-cols id,date --output-range softplus --json",
    ];

    private protected override TaskChoice ChooseTask(string? loss, Func<MlpOptions, MlpOptions> apply)
    {
        MlpRegressionOptions options = loss is null ? Defaults : Defaults with { Loss = LossChoice.ForRegression(loss) };
        return new RegressionChoice((MlpRegressionOptions)apply(options));
    }

    private static string DescribeLosses() => $"The loss: {LossChoice.List(LossCatalog.Regression)}. [default: {Defaults.Loss}]";

    private static string Check(string text)
    {
        LossChoice.ForRegression(text);
        return text;
    }
}
