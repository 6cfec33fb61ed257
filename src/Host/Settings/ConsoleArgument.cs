using System.CommandLine;
using MLNet.LossExperiments.Catalogs;

namespace MLNet.LossExperiments.Host.Settings;

/// <summary>Makes arguments, which stand without a name, whose faults are told in a sentence.</summary>
internal static class ConsoleArgument
{
    /// <summary>An argument that names one of a few things.</summary>
    /// <param name="name">What stands for it in help.</param>
    /// <param name="description">What it is.</param>
    /// <param name="choices">The things.</param>
    /// <param name="nameOf">The name of each.</param>
    /// <param name="fault">How the sentence begins that goes on with a name that none has.</param>
    public static Argument<T> OneOf<T>(string name, string description, IReadOnlyList<T> choices, Func<T, string> nameOf, string fault) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (choices.FirstOrDefault(choice => nameOf(choice).Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
                    return known;
                string[] names = [.. choices.Select(nameOf)];
                string hint = NearestNames.Of(text, names) is [var near, ..] ? $" Did you mean {near}?" : "";
                result.AddError($"{fault} '{text}'.{hint} There are {string.Join(", ", names)}.");
                return default!;
            },
        };
}
