using System.Globalization;
using MLNet.LossExperiments.Verdicts;

// Simulates comparisons whose truth is known, and prints how often their verdicts are wrong, and how much they find. Argument: experiments of each kind (default 4,000).
int experiments = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4000;

static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

// The differences grow from small to large; the first half of the settings are the best.
static double[] Half(int settings) => [.. Enumerable.Range(0, settings).Select(i => i < (settings + 1) / 2 ? 0 : 0.8 + (1.6 * (i - (settings + 1) / 2 + 1) / (settings / 2)))];

// Each worse than the one before it.
static double[] Ramp(int settings) => [.. Enumerable.Range(0, settings).Select(i => 3.0 * i / (settings - 1))];

Console.WriteLine($"{experiments} experiments of each kind, standard error up to {Percent(Math.Sqrt(0.05 * 0.95 / experiments))} at 5 %.");
Console.WriteLine();
Console.WriteLine("No setting is better than another: experiments with a false verdict.");
Console.WriteLine();
Console.WriteLine("| settings | splits | settings vary | before: \"Real\" | before: only \"Perhaps\" | now | now, best kept | now, with a baseline |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (int settings in new[] { 2, 5, 10, 20, 40 })
{
    foreach ((int splits, SettingNoise kind) in new[] { (25, SettingNoise.Alike), (25, SettingNoise.Clustered), (25, SettingNoise.Mixed), (5, SettingNoise.Alike), (10, SettingNoise.Alike), (50, SettingNoise.Alike) })
    {
        double[] none = new double[settings];
        int some = settings == 40 ? experiments / 4 : experiments;
        EarlierVerdicts before = EarlierVerdicts.Of(none, kind, 5, splits, some, 1);
        VerdictRates now = VerdictRates.Of(none, kind, 5, splits, some, 1), baseline = VerdictRates.Of(none, kind, 5, splits, some, 1, 0);
        Console.WriteLine($"| {settings} | {splits} | {kind.ToString().ToLowerInvariant()} | {Percent(before.FalseReal)} | {Percent(before.OnlyPerhaps)} | {Percent(now.FalseVerdict)} | {Percent(now.BestKept)} | {Percent(baseline.FalseVerdict)} |");
    }
}

Console.WriteLine();
Console.WriteLine("Some settings are worse: the share of them that is found to be, in 25 splits.");
Console.WriteLine();
Console.WriteLine("| settings | truth | settings vary | before: found | before: false \"Real\" | now: found | now: false | best kept | intervals held | baseline: found | baseline: false |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
foreach (int settings in new[] { 2, 5, 10, 20 })
{
    foreach ((string truth, double[] means) in new[] { ("half are best", Half(settings)), ("each worse than the last", Ramp(settings)) })
    {
        foreach (SettingNoise kind in new[] { SettingNoise.Alike, SettingNoise.Mixed })
        {
            EarlierVerdicts before = EarlierVerdicts.Of(means, kind, 5, 25, experiments, 2);
            VerdictRates now = VerdictRates.Of(means, kind, 5, 25, experiments, 2), baseline = VerdictRates.Of(means, kind, 5, 25, experiments, 2, 0);
            Console.WriteLine($"| {settings} | {truth} | {kind.ToString().ToLowerInvariant()} | {Percent(before.Found)} | {Percent(before.FalseReal)} | {Percent(now.BestFound)} | {Percent(now.FalseVerdict)} | {Percent(now.BestKept)} | {Percent(now.IntervalsHeld)} | {Percent(baseline.BestFound)} | {Percent(baseline.FalseVerdict)} |");
        }
    }
}
