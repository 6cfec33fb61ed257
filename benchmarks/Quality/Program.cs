using System.Globalization;
using System.Text.Json;

// How well contestants learn, all on the same rows: each set divided at random several times, each contestant a process of its own. See benchmarks/README.md.
//   Quality [--sets a,b] [--contestants a,b] [--splits N] [--rival NAME] [--results FILE]
// Results are kept in a file, a line each, so that an interrupted run goes on; delete the file to start anew.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? args[place + 1] : null;
string[] wanted = Option("--contestants")?.Split(',') ?? [.. Contestant.All.Select(contestant => contestant.Name)];
string[]? sets = Option("--sets")?.Split(',');
int splits = int.Parse(Option("--splits") ?? "5", CultureInfo.InvariantCulture);
string file = Option("--results") ?? "quality.jsonl";

List<QualityResult> results = File.Exists(file) ? [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<QualityResult>(line)!)] : [];
DirectoryInfo folder = Directory.CreateTempSubdirectory("quality-");
try
{
    foreach (QualitySet set in QualitySet.All.Where(set => sets?.Contains(set.Name) ?? true))
    {
        for (int split = 1; split <= splits; split++)
        {
            Contestant[] open = [.. wanted.Select(name => Contestant.All.Single(contestant => contestant.Name == name)).Where(contestant => !results.Any(result => result.Set == set.Name && result.Split == split && result.Contestant == contestant.Name))];
            if (open.Length == 0)
                continue;
            SplitFiles files = SplitFiles.Write(set, split, folder.FullName);
            foreach (Contestant contestant in open)
            {
                (double measure, double seconds) = contestant.Run(set, files, split);
                var result = new QualityResult(set.Name, split, contestant.Name, measure, set.Error(measure, files.LabelDeviation), seconds);
                results.Add(result);
                File.AppendAllLines(file, [JsonSerializer.Serialize(result)]);
                Console.Error.WriteLine($"{set.Name} {split} {contestant.Name}: {set.Measure} {measure:0.0000}, {seconds:0.0} s");
            }
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}
new QualityTable(results, wanted, Option("--rival") ?? "boosting").Print();
