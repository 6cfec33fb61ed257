namespace MLNet.LossExperiments.Host.Tests.Console;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("regresion", "There is no command regresion. Did you mean regression?")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --los mse", "Unknown option '--los'. Did you mean --loss?")]
    [InlineData("regression --dataset boston.csv --label-col MEDV more", "Unexpected word 'more': mlnet-loss regression takes options only.")]
    [InlineData("regression --los=mse", "Unknown option '--los'. Did you mean --loss?")]
    [InlineData("regression --dataset", "--dataset has no value. Write --dataset FILE.")]
    [InlineData("regression --epochs --dataset boston.csv --label-col MEDV", "--epochs has no value. Write --epochs N.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --name --epocs 3", "Unknown option '--epocs'. Did you mean --epochs? It stands where --name has its value; a value that begins with dashes is written --name=--epocs")]
    [InlineData("regression --dataset boston.csv --dataset b --label-col MEDV", "--dataset is given 2 times: ")]
    [InlineData("data describe --datset boston.csv", "Unknown option '--datset'. Did you mean --dataset?")]
    [InlineData("data describe boston.csv --datset more", "Unknown option '--datset'. Did you mean --dataset?")]
    [InlineData("data convert --datset boston.csv out.csv", "Unknown option '--datset'. Did you mean --dataset?")]
    [InlineData("data describe", "FILE is missing: the file to read. --dataset FILE says the same.")]
    [InlineData("data split boston.csv --dataset boston.csv", "There are two files: ")]
    [InlineData("data convert boston.csv", "Give two files: IN or --dataset FILE to read, and OUT or --output FILE to write.")]
    [InlineData("regression --label-col MEDV", "Option '--dataset' is required.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --loss msee", "--loss: There is no regression loss 'msee'. Did you mean mse or msle?")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --loss nll", "--loss: 'nll' is a loss for three or more classes.")]
    [InlineData("classification --dataset digits.csv --label-col digit --loss bce-logits", "--loss: 'digit' has 10 classes. 'bce-logits' is a loss for two classes.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --epochs many", "--epochs: 'many' is not a whole number.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --epochs 0", "--epochs is 0, but must be at least 1.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --dropout 1.5", "--dropout is 1.5, but must be at least 0 and less than 1.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --momentum 0.9", "--momentum goes with --optimizer sgd and rmsprop, not with adam.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --optimizer sdg", "--optimizer: There is no optimizer 'sdg'.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --loss huber:delta=0", "--loss: 'delta' of 'huber' is 0, but must be between 1e-12 and 1e12")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --loss quantiles:levels=0.9/0.1", "--loss: 'quantiles' cannot be made so.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --loss focal", "--loss: 'focal' is a loss for two classes.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --optimizer sgd:nesterov=true", "Nesterov is true, but must be false where the momentum is 0.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --schedule cosin", "--schedule: There is no schedule 'cosin'. Did you mean cosine")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --schedule step:epochs=0", "--schedule: 'epochs' of 'step' is 0, but must be a whole number of at least 1")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --monitor auc", "--monitor 'auc' is not allowed. Allowed are loss, a metric (rmse, mae, mape, r2), or another loss.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --monitor poisson", "--monitor is poisson, but must be a loss that takes outputs of the same meaning as 'mse' does.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --members 0", "--members is 0, but must be at least 1.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --time-limit soon", "--time-limit: 'soon' is neither a number of seconds nor hours:minutes:seconds.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --checkpoint-every 5", "--checkpoint-every goes with --checkpoint FILE.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --checkpoint a --checkpoint-every often", "--checkpoint-every: 'often' is neither a number of epochs nor a time")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --optimizer lbfgs --dropout 0.5", "--dropout is 0.5, but must be 0 with the optimizer lbfgs")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --activation step", "--activation: 'step' is not allowed. Allowed are relu")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --split-ratio 70/20/20", "--split-ratio: '70/20/20' is not a split.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --split-ratio 90/0/10", "--split-ratio leaves no rows for validation")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --device gpu", "--device: 'gpu' is not a device.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --verbosity loud", "--verbosity: 'loud' is not allowed.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --name a/b", "--name: 'a/b' cannot be the name of a folder.")]
    [InlineData("regression --dataset boston.csv --label-col MEDV --ignore-cols MEDV", "'MEDV' is --label-col, but also among --ignore-cols.")]
    public void Run_CommandThatMakesNoSense_SaysWhyAndExitsWith2(string line, string expected)
    {
        ToolResult result = Tool.Run(_folder.Path, [.. line.Split(' ').Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(Tool.Data, word) : word)]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("--help.", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Help_OfACommand_HasDefaultsAndExamples()
    {
        ToolResult result = Tool.Run(_folder.Path, "regression", "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("--loss <LOSS>", result.Output, StringComparison.Ordinal);
        Assert.Contains($"[default: {new MlpRegressionOptions().Epochs}]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Version_Asked_IsPrinted()
    {
        ToolResult result = Tool.Run(_folder.Path, "--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?\r?\n$", result.Output);
    }

    [Fact]
    public void Run_NoCommand_ShowsHelp()
    {
        ToolResult result = Tool.Run(_folder.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("classification", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
