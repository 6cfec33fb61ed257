using System.CommandLine;
using System.Globalization;
using MLNet.LossExperiments.Host.Formats;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Tables;
using MLNet.LossExperiments.Host.Terminal;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data convert</c>.</summary>
internal sealed class ConvertCommand : ConsoleCommand
{
    private const int RowsPerNote = 1 << 10;

    private readonly FileSettings _file = new("The file to read: CSV or TSV, JSON lines, Parquet, or images in IDX with their labels beside them; any of them may be packed by gzip; - for standard input.", "IN");
    private readonly Argument<string?> _place = new("OUT") { Description = "The file to write: .csv, .tsv, .jsonl or .parquet.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FILE", "The same as OUT.");
    private readonly Option<TableFormat?> _format = ConsoleOption.Of<TableFormat?>(
        "--format", "NAME", $"The format to write, where the name of the file does not say it: {SettingText.NamesOf<TableFormat>()}.", text => SettingText.OneOf<TableFormat>(text));

    private readonly ColumnTypeSettings _types = new();

    public ConvertCommand()
        : base("convert", "Write a table in another format, in constant memory.")
    {
        Arguments.Add(_file.File);
        Arguments.Add(_place);
        _output.Aliases.Add("-o");
        foreach (Option option in (IEnumerable<Option>)[_file.Dataset, _output, _format, _types.Types, .. _file.Reading])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data convert data/boston.csv boston.parquet",
        "mlnet-loss data convert mnist/t10k-images-idx3-ubyte.gz mnist-test.csv",
        "mlnet-loss data convert prices.csv prices.jsonl --decimal-mark ,",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        (string input, string path) = Paths(parse);
        OutputGuard.Check("OUT", path, [input]);
        TableFormat format = parse.GetValue(_format) ?? TableFormats.Of(path);
        TableSource source = _file.Open(parse, input);
        IReadOnlyList<ColumnCensus> censuses = KindInference.Count(source, _types.Read(parse).In(source), context.Stop);
        var copy = new RowCopy(source, [.. censuses.Select(census => census.Kind)], format);
        long count = 0;
        context.Screen.WorkProgress().Watch(new Work("converting", "bytes", source.Length), note =>
        {
            PlacedFile.Write(path, stream => count = Copy(source, copy, format, stream, () => note(source.BytesRead), context.Stop));
            return count;
        });
        context.Screen.Tell(source.Remarks);
        context.Screen.Result(string.Create(CultureInfo.InvariantCulture, $"Written to {path}: {count:N0} rows, {copy.Columns.Count:N0} columns"));
    }

    // One file alone is OUT where --dataset gives IN.
    private (string Input, string Output) Paths(ParseResult parse)
    {
        (string? first, string? second, string? input, string? output) = (parse.GetValue(_file.File), parse.GetValue(_place), parse.GetValue(_file.Dataset), parse.GetValue(_output));
        return (first, second, input, output) switch
        {
            ({ } from, { } to, null, null) => (from, to),
            ({ } from, null, null, { } to) => (from, to),
            ({ } to, null, { } from, null) => (from, to),
            (null, null, { } from, { } to) => (from, to),
            _ => throw CommandException.Usage("Give two files: IN or --dataset FILE to read, and OUT or --output FILE to write."),
        };
    }

    private static long Copy(TableSource source, RowCopy copy, TableFormat format, Stream stream, Action note, CancellationToken stop)
    {
        long count = 0;
        using TableWriter writer = TableFormats.Create(format, stream, copy.Columns);
        using RowReader rows = source.OpenRows();
        while (rows.Read())
        {
            stop.ThrowIfCancellationRequested();
            copy.Write(rows, writer);
            if (++count % RowsPerNote == 0)
                note();
        }
        writer.Complete();
        return count;
    }
}
