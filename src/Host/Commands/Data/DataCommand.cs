namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data</c>.</summary>
internal sealed class DataCommand()
    : CommandGroup(
        "data",
        "Look at data, get it, and make it ready.",
        new DescribeCommand(),
        new PreviewCommand(),
        new SplitCommand(),
        new ConvertCommand(),
        new GetCommand(),
        new GenerateCommand());
