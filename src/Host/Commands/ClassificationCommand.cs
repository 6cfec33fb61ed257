using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Losses;

namespace MLNet.LossExperiments.Host.Commands;

/// <summary><c>mlnet-loss classification</c>.</summary>
internal sealed class ClassificationCommand : TrainingCommand
{
    /// <summary>The name.</summary>
    public const string Title = "classification";

    /// <summary>What it does.</summary>
    public const string Summary = "Train a network to tell two or more classes apart. The values of the label say how many there are.";

    public ClassificationCommand()
        : base(
            Title,
            Summary,
            new MlpMulticlassOptions(),
            ConsoleOption.Of<string?>("--loss", "LOSS", DescribeLosses(), Check))
    {
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss classification --dataset data/breast-cancer.csv --label-col diagnosis",
        "mlnet-loss classification --dataset data/digits.csv --label-col digit --hidden 128 --epochs 50 --seed 1",
        "mlnet-loss classification --dataset mail.tsv --label-col 0 --has-header false --loss bce-logits --name spam -o models",
    ];

    private protected override TaskChoice ChooseTask(string? loss, Func<MlpOptions, MlpOptions> apply) => new ClassificationChoice(loss, apply);

    private static string DescribeLosses() =>
        $"The loss. For two classes: {LossChoice.List(LossCatalog.Binary)} [default: {new MlpBinaryOptions().Loss}]. "
            + $"For more: {LossChoice.List(LossCatalog.Multiclass)} [default: {new MlpMulticlassOptions().Loss}].";

    private static string Check(string text)
    {
        LossChoice.CheckForClassification(text);
        return text;
    }
}
