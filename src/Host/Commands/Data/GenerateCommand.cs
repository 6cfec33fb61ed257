using System.CommandLine;
using System.Globalization;
using System.Text;
using MLNet.LossExperiments.Host.Generators;
using MLNet.LossExperiments.Host.Settings;
using MLNet.LossExperiments.Host.Writing;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data generate</c>.</summary>
internal sealed class GenerateCommand : ConsoleCommand
{
    private const int MostRows = 100_000_000;
    private const int UsualRows = 1000;

    private readonly Argument<GeneratedSet> _set = ConsoleArgument.OneOf("SET", Describe(), GeneratedSets.All, set => set.Name, "There is no set");
    private readonly Option<int?> _rows = ConsoleOption.Of<int?>("--rows", "N", $"How many rows. [default: {UsualRows}]", text => Rows(text));
    private readonly Option<double?> _noise = ConsoleOption.Of<double?>(
        "--noise", "S", $"How much noise, at least 0. [default: {string.Join(", ", GeneratedSets.All.Select(set => $"{SettingText.Text(set.UsualNoise)} for {set.Name}"))}]", text => Noise(text));

    private readonly Option<int> _seed = ConsoleOption.Of("--seed", "N", "Two sets with one seed are equal, on every machine. [default: 0]", SettingText.Integer);
    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FILE", "The CSV file to write. [default: standard output]");

    public GenerateCommand()
        : base("generate", "Make a small data set by a formula, to try things out on.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_set);
        foreach (Option option in (Option[])[_rows, _noise, _seed, _output])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data generate moons --rows 2000 --noise 0.2 -o moons.csv",
        "mlnet-loss data generate heteroscedastic --rows 5000 --seed 1 -o growing-noise.csv",
        "mlnet-loss data generate xor > xor.csv",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        GeneratedSet set = parse.GetValue(_set)!;
        IReadOnlyList<float[]> rows = set.Make(parse.GetValue(_rows) ?? UsualRows, parse.GetValue(_noise) ?? set.UsualNoise, parse.GetValue(_seed));
        if (parse.GetValue(_output) is not { } path)
        {
            foreach (string line in Lines(set, rows))
            {
                context.Stop.ThrowIfCancellationRequested();
                context.Screen.Result(line);
            }
            return;
        }
        PlacedFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
            foreach (string line in Lines(set, rows))
            {
                context.Stop.ThrowIfCancellationRequested();
                writer.WriteLine(line);
            }
        });
        context.Screen.Result($"Written to {path}: {rows.Count.ToString("N0", CultureInfo.InvariantCulture)} rows of {string.Join(", ", set.Columns)}.");
    }

    private static IEnumerable<string> Lines(GeneratedSet set, IReadOnlyList<float[]> rows) =>
        rows.Select(row => string.Join(',', row.Select(value => value.ToString(CultureInfo.InvariantCulture)))).Prepend(string.Join(',', set.Columns));

    private static string Describe() => $"What to make. {string.Join(" ", GeneratedSets.All.Select(set => $"{set.Name}: {set.Formula}."))} S is the noise, e a normal random number, new each time.";

    private static int Rows(string text) => SettingText.Integer(text) is >= 1 and <= MostRows and var rows ? rows : throw new FormatException($"'{text}' is not allowed. Allowed are 1 to {MostRows} rows.");

    private static double Noise(string text) =>
        SettingText.Number(text) is >= 0 and <= double.MaxValue and var noise ? noise : throw new FormatException($"'{text}' is not allowed. Allowed are numbers of at least 0.");
}
