using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.FastTree;

namespace MLNet.LossExperiments.Host.Reporting;

/// <summary>Names models that trainers of ML.NET's own made. Neither their losses nor most of their options are told by them.</summary>
internal static partial class ForeignTrainer
{
    private const string Suffix = "ModelParameters";
    private const string Unknown = "a model whose kind ML.NET does not tell";

    private static readonly (string Start, string Name)[] OfTrees = [("FastTree", "FastTree"), ("FastForest", "FastForest"), ("LightGbm", "LightGBM"), ("Gam", "Generalised additive model")];

    /// <summary>The trainer of a model, with what is known of it: <c>LightGBM, 10 trees</c>.</summary>
    /// <param name="model">The model; null where it is not known.</param>
    public static string NameOf(object? model)
    {
        if (model is null)
            return Unknown;
        object inner = Uncalibrated(model);
        string type = inner.GetType().Name.Split('`')[0], trainer = type.EndsWith(Suffix, StringComparison.Ordinal) ? type[..^Suffix.Length] : type;
        string name = OfTrees.FirstOrDefault(known => trainer.StartsWith(known.Start, StringComparison.Ordinal)).Name ?? Words(trainer);
        return inner is TreeEnsembleModelParametersBasedOnRegressionTree { TrainedTreeEnsemble.Trees.Count: var trees } ? $"{name}, {trees.ToString("N0", CultureInfo.InvariantCulture)} {(trees == 1 ? "tree" : "trees")}" : name;
    }

    // Whoever made the probabilities, the trainer is below.
    private static object Uncalibrated(object model)
    {
        for (Type? type = model.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(CalibratedModelParametersBase<,>))
                return type.GetProperty("SubModel", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.GetValue(model) ?? model;
        }
        return model;
    }

    private static string Words(string name)
    {
        string words = Capitals().Replace(name, match => $" {match.Value.ToLowerInvariant()}").TrimStart();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capitals();
}
