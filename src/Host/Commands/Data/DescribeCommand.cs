using System.CommandLine;
using MLNet.LossExperiments.Host.Descriptions;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data describe</c>.</summary>
internal sealed class DescribeCommand : ConsoleCommand
{
    private readonly FileSettings _file = new("The file: CSV or TSV, JSON lines, Parquet, or images in IDX with their labels beside them; any of them may be packed by gzip; - for standard input.");
    private readonly ColumnTypeSettings _types = new();
    private readonly Option<bool> _json = JsonOption.Create();

    public DescribeCommand()
        : base("describe", "Tell what is in a file: its columns, what is missing, where numbers lie, how classes are balanced.")
    {
        Arguments.Add(_file.File);
        foreach (Option option in (IEnumerable<Option>)[_file.Dataset, _file.Label, _file.Shape, _types.Types, .. _file.Reading, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data describe data/breast-cancer.csv --label-col diagnosis",
        "mlnet-loss data describe mnist/train-images-idx3-ubyte.gz",
        "mlnet-loss data describe data/digits.csv --label-col digit --image-shape 8x8",
        "mlnet-loss data describe new.parquet --json",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        TableSource source = _file.Open(parse);
        int? label = _file.FindLabel(parse, source);
        var describer = new Describer(source, _types.Read(parse).In(source), label, ImageColumns.Find(source, _file.ReadShape(parse), label));
        DataDescription data = describer.Run(context.Screen.WorkProgress(), context.Stop);
        context.Screen.Tell(source.Remarks);
        if (parse.GetValue(_json))
            context.Screen.Result(Json.Write(DescriptionDocument.Of(source, data)));
        else
            DescriptionReport.Show(context.Screen, source, data);
    }
}
