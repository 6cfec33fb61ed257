using System.Text.RegularExpressions;
using MLNet.LossExperiments.Host.Output;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Puts a Program.cs together: what to know first, the namespaces, the statements.</summary>
internal static partial class ProgramCode
{
    private const string Lines = "\n";

    // Where what a program names is at home, beside Microsoft.ML and the trainers' own namespace.
    private static readonly (string Namespace, string[] Names)[] Namespaces =
    [
        ("Microsoft.ML.Data", ["TextLoader", "DataKind"]),
        ("Microsoft.ML.Transforms", ["MissingValueReplacingEstimator", "ValueToKeyMappingEstimator"]),
        .. from type in (IEnumerable<Type>)[.. typeof(MlpOptions).Assembly.GetExportedTypes(), .. typeof(MlpRegressionModel).Assembly.GetExportedTypes()]
           where type.Namespace is not (null or "Microsoft.ML" or "MLNet.LossExperiments")
           group type.Name by type.Namespace into home
           orderby home.Key
           select (home.Key, home.ToArray()),
    ];

    /// <param name="what">What it does, in a sentence.</param>
    /// <param name="files">Where its rows are.</param>
    /// <param name="statements">The statements.</param>
    public static string Of(string what, RowFiles files, IEnumerable<string> statements)
    {
        string body = string.Join(Lines, statements);
        HashSet<string> named = [.. Named().Matches(body).Select(match => match.Value)];
        string[] usings = ["Microsoft.ML", "MLNet.LossExperiments", .. Namespaces.Where(home => home.Names.Any(named.Contains)).Select(home => home.Namespace)];
        string[] comments =
        [
            $"{what} Program.cs of a console application with these packages:",
            $"  dotnet add package MLNet.LossExperiments.Trainers --version {ConfigDocument.CurrentVersions["mlnet-loss"]}",
            $"  dotnet add package TorchSharp-cpu --version {ConfigDocument.CurrentVersions["TorchSharp"]}",
            files.Sets.Count > 1 ? "Its rows, divided as they were then, are written by" : "Its rows are written by",
            .. files.Commands.Select(command => $"  {command}"),
        ];
        return string.Join(Lines,
        [
            .. comments.Select(comment => $"// {comment.ReplaceLineEndings("\n//   ")}"),
            .. usings.Order(StringComparer.Ordinal).OrderBy(name => !name.StartsWith("Microsoft", StringComparison.Ordinal)).Select(name => $"using {name};"),
            "",
            body,
        ]);
    }

    // Types, as they are called upon: RegressionLoss.Huber, SettingSummary setting.
    [GeneratedRegex(@"(?<![\w.""])[A-Z]\w+(?=\.[A-Z]|\.\.|\(| [a-z]\w* in)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
