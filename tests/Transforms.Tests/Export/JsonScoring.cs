using System.Text.Json;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Tests.Scoring;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>Scores by the JSON document alone, with plain loops, as someone would in another language who has read docs/exporting.md.</summary>
internal static class JsonScoring
{
    /// <summary>For regression the score of each target, then the variances, then the quantiles; for two classes the score, and the probability where there is one; for more classes the scores.</summary>
    public static double[] Predict(JsonElement model, float[] features)
    {
        double[][] members = [.. model.GetProperty("networks").EnumerateArray().Select(network => Outputs(network, features))];
        string link = model.GetProperty("link").GetString()!;
        int targets = model.GetProperty("targetCount").GetInt32();
        return model.GetProperty("task").GetString() switch
        {
            "binary" => Binary(members, link, model.GetProperty("calibration")),
            "multiclass" => Mean([.. members.Select(outputs => Classes(outputs, link))]),
            _ => Regression(members, link, targets, [.. model.GetProperty("quantileLevels").EnumerateArray().Select(level => level.GetDouble())]),
        };
    }

    private static double[] Outputs(JsonElement network, float[] features)
    {
        double[] values = [.. features.Select(feature => (double)feature)];
        if (network.GetProperty("inputScaling") is { ValueKind: JsonValueKind.Object } scaling)
            values = [.. values.Select((value, i) => (value - scaling.GetProperty("offsets")[i].GetDouble()) * scaling.GetProperty("factors")[i].GetDouble())];
        foreach (JsonElement layer in network.GetProperty("layers").EnumerateArray())
        {
            var outputs = new double[layer.GetProperty("outputs").GetInt32()];
            for (int j = 0; j < outputs.Length; j++)
            {
                outputs[j] = layer.GetProperty("bias")[j].GetDouble();
                for (int i = 0; i < layer.GetProperty("inputs").GetInt32(); i++)
                    outputs[j] += values[i] * layer.GetProperty("weights")[i][j].GetDouble();
            }
            values = [.. outputs.Select(x => Activate(layer.GetProperty("activation").GetString()!, x))];
        }
        JsonElement range = network.GetProperty("outputRange");
        return [.. values.Select(x => range.GetProperty("function").GetString() switch
        {
            "identity" => x,
            "scaled" => range.GetProperty("minimum").GetDouble() + ((range.GetProperty("maximum").GetDouble() - range.GetProperty("minimum").GetDouble()) * Sigmoid(x)),
            var function => Activate(function!, x),
        })];
    }

    private static double Activate(string function, double x) => function switch
    {
        "identity" => x,
        "relu" => Math.Max(0, x),
        "leakyrelu" => x < 0 ? 0.01 * x : x,
        "elu" => x < 0 ? Math.Exp(x) - 1 : x,
        "selu" => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * (Math.Exp(x) - 1) : x),
        "gelu" => ReferenceFunctions.Of(Activation.GELU, x),
        "silu" => x * Sigmoid(x),
        "mish" => x * Math.Tanh(Math.Log(1 + Math.Exp(x))),
        "tanh" => Math.Tanh(x),
        "sigmoid" => Sigmoid(x),
        "softplus" => Math.Log(1 + Math.Exp(x)),
        _ => throw new InvalidDataException($"'{function}' is no function that the documentation knows."),
    };

    private static double[] Regression(double[][] members, string link, int targets, double[] levels)
    {
        int middle = levels.Length == 0 ? 0 : Array.IndexOf(levels, levels.MinBy(level => Math.Abs(level - 0.5)));
        var scores = new List<double[]>();
        var variances = new List<double[]>();
        var quantiles = new List<double[]>();
        foreach (double[] outputs in members)
        {
            double[][] own = [.. outputs.Chunk(outputs.Length / targets)];
            scores.Add([.. own.Select(x => link switch
            {
                "exponential" => Math.Exp(x[0]),
                "quantiles" => x.Order().ElementAt(middle),
                _ => x[0],
            })]);
            variances.Add([.. own.Select(x => link switch
            {
                "meanAndLogVariance" => Math.Exp(x[1]),
                "medianAndLogScale" => 2 * Math.Exp(2 * x[1]),
                _ => 0.0,
            })]);
            quantiles.Add(link == "quantiles" ? [.. own.SelectMany(x => x.Order())] : []);
        }
        double[] score = Mean(scores);
        bool hasVariance = members.Length > 1 || link is "meanAndLogVariance" or "medianAndLogScale";
        double[] spread = Mean([.. scores.Select(member => member.Zip(score, (own, mean) => (own - mean) * (own - mean)).ToArray())]);
        double[] variance = hasVariance ? [.. Mean(variances).Zip(spread, (within, between) => within + between)] : [];
        return [.. score, .. variance, .. Mean(quantiles)];
    }

    private static double[] Binary(double[][] members, string link, JsonElement calibration)
    {
        double probability = members.Average(outputs => Sigmoid(outputs[0]));
        double score = link == "logistic" ? Math.Log(probability / (1 - probability)) : members.Average(outputs => outputs[0]);
        if (calibration.ValueKind == JsonValueKind.Null)
            return link == "logistic" ? [score, probability] : [score];
        if (calibration.GetProperty("kind").GetString() == "platt")
            return [score, Sigmoid(-((calibration.GetProperty("slope").GetDouble() * score) + calibration.GetProperty("offset").GetDouble()))];
        double[] Part(string name) => [.. calibration.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
        double[] minimums = Part("minimums"), maximums = Part("maximums"), levels = Part("probabilities");
        double level = levels[0];
        for (int piece = 1; piece < levels.Length; piece++)
            level += (levels[piece] - levels[piece - 1]) * Math.Clamp((score - maximums[piece - 1]) / (minimums[piece] - maximums[piece - 1]), 0, 1);
        return [score, level];
    }

    private static double[] Classes(double[] outputs, string link)
    {
        switch (link)
        {
            case "softmax":
                double sum = outputs.Sum(Math.Exp);
                return [.. outputs.Select(x => Math.Exp(x) / sum)];
            case "ordinal":
                var probabilities = new List<double>();
                double notBelow = 1;
                foreach (double x in outputs)
                {
                    probabilities.Add(notBelow * Sigmoid(-x));
                    notBelow *= Sigmoid(x);
                }
                return [.. probabilities, notBelow];
            default:
                return outputs;
        }
    }

    private static double[] Mean(IEnumerable<double[]> members) => [.. members.First().Select((_, i) => members.Average(member => member[i]))];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
