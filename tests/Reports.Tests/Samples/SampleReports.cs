using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Reports.Tests.Samples;

/// <summary>A report of each kind: real data, models of ML.NET's own trainers, every figure by the evaluations of this library.</summary>
internal static class SampleReports
{
    private static readonly MLContext Ml = new(seed: 1);
    private static readonly EvaluationOptions Options = new() { Bootstrap = new BootstrapPlan(400) };

    public static EvaluationReport Regression()
    {
        SampleTable table = SampleTable.Of("boston.csv");
        (IDataView training, IDataView test) = Views(table, (row, label) => row.Number = SampleTable.Number(label));
        var model = Ml.Transforms.NormalizeMeanVariance("Features").Append(Ml.Regression.Trainers.LbfgsPoissonRegression("Number")).Fit(training);
        float[] actual = [.. table.TestRows.Select(row => SampleTable.Number(table.LabelOf(row)))];
        RegressionPredictions predictions = RegressionPredictions.From(model.Transform(test), "Number") with
        {
            Target = table.Label,
            RowNumbers = table.TestRows,
            Columns = table.FeatureNames,
            Describe = place => table.Rows[table.TestRows[place]][..^1],
            QuantileLevels = [0.05, 0.25, 0.5, 0.75, 0.95],
        };
        float[] spread = [-1.6f, -0.6f, 0, 0.7f, 1.8f];
        predictions = predictions with { Quantiles = [.. predictions.Predicted.SelectMany(predicted => spread.Select(step => predicted + step * (1.5f + predicted / 20)))] };
        return Report("MEDV of boston.csv, learned with quantiles", table, LabelDistribution.OfNumbers([Part("training", table, table.TrainingRows), Part("test", table, table.TestRows)]), false, "quantiles:levels=0.05/0.25/0.5/0.75/0.95") with
        {
            Evaluations = [RegressionEvaluation.Of(predictions, Options)],
            Importance = Importance(table, model, row => row.Number = 0, view => RowCosts.SquaredErrors(RegressionPredictions.From(view, "Number") with { Actual = actual }), "RMSE", true),
        };
    }

    public static EvaluationReport SeveralTargets()
    {
        SampleTable table = SampleTable.Of("boston.csv");
        RegressionEvaluation Of(string target, int feature, float slope) => RegressionEvaluation.Of(new RegressionPredictions
        {
            Target = target,
            Actual = [.. table.Rows.Select(row => SampleTable.Number(row[^1]))],
            Predicted = [.. table.Rows.Select(row => 22 + slope * SampleTable.Number(row[feature]))],
        }, Options);
        return Report("Two targets of boston.csv", table, LabelDistribution.OfNumbers([Part("training", table, table.TrainingRows)]), false, "mse") with { Evaluations = [Of("MEDV", 12, -0.3f), Of("MEDV by rooms", 5, 0.1f)] };
    }

    public static EvaluationReport Binary()
    {
        SampleTable table = SampleTable.Of("breast-cancer.csv");
        (IDataView training, IDataView test) = Views(table, (row, label) => row.Flag = label == "malignant");
        var model = Ml.Transforms.NormalizeMeanVariance("Features").Append(Ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Flag", l2Regularization: 20)).Fit(training);
        BinaryPredictions predictions = BinaryPredictions.From(model.Transform(test), "Flag") with
        {
            PositiveClass = "malignant",
            NegativeClass = "benign",
            RowNumbers = table.TestRows,
            Columns = table.FeatureNames,
            Describe = place => table.Rows[table.TestRows[place]][..^1],
        };
        return Report("diagnosis of breast-cancer.csv, learned with bce-logits", table, Classes(table, ["benign", "malignant"]), true, "bce-logits") with
        {
            Evaluations = [BinaryEvaluation.Of(predictions, Options with { FalseNegativeCost = 5 })],
            Importance = Importance(table, model, _ => { }, view => RowCosts.LogLosses(BinaryPredictions.From(view, "Flag") with { Actual = predictions.Actual }), "log-loss", false),
        };
    }

    public static EvaluationReport Multiclass()
    {
        SampleTable table = SampleTable.Of("digits.csv");
        (IDataView training, IDataView test) = Views(table, (row, label) => row.Key = uint.Parse(label, System.Globalization.CultureInfo.InvariantCulture));
        var model = Ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Key", l2Regularization: 50).Fit(training);
        MulticlassPredictions predictions = MulticlassPredictions.From(model.Transform(test), label: "Key") with
        {
            Classes = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")],
            RowNumbers = table.TestRows,
            ImageShape = new ImageShape(8, 8),
            Pixels = place => table.FeaturesOf(table.TestRows[place]).Select(pixel => (byte)(pixel * 255 / 16)).ToArray(),
        };
        return Report("digit of digits.csv, learned with cross-entropy", table, Classes(table, predictions.Classes), true, "cross-entropy") with { Evaluations = [MulticlassEvaluation.Of(predictions, Options)] };
    }

    private static (IDataView Training, IDataView Test) Views(SampleTable table, Action<SampleRow, string> label)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(SampleRow));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, table.FeatureNames.Length);
        IDataView Of(int[] rows) => Ml.Data.LoadFromEnumerable(rows.Select(row =>
        {
            var own = new SampleRow { Features = table.FeaturesOf(row) };
            label(own, table.LabelOf(row));
            return own;
        }).ToArray(), schema);
        return (Of(table.TrainingRows), Of(table.TestRows));
    }

    private static PermutationImportance Importance(SampleTable table, ITransformer model, Action<SampleRow> label, Func<IDataView, IReadOnlyList<double>> costs, string metric, bool isRoot)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(SampleRow));
        schema["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, table.FeatureNames.Length);
        int[] test = table.TestRows;
        return PermutationImportance.Of(table.FeatureNames, test.Length, (feature, rows, sources) => costs(model.Transform(Ml.Data.LoadFromEnumerable(rows.Select((row, place) =>
        {
            var own = new SampleRow { Features = table.FeaturesOf(test[row]) };
            if (feature is { } dealt)
                own.Features[dealt] = table.FeaturesOf(test[sources[place]])[dealt];
            label(own);
            return own;
        }).ToArray(), schema))), new ImportanceOptions { Metric = metric, IsRoot = isRoot, Repeats = 3, Bootstrap = Options.Bootstrap });
    }

    private static EvaluationReport Report(string title, SampleTable table, LabelDistribution labels, bool isClasses, string loss)
    {
        TrainingHistory history = SampleHistory.Of(loss, 60, 0.7, 1);
        return new EvaluationReport
        {
            Title = title,
            Created = "2026-01-05T10:20:30Z",
            Data = table.Summarise(title.Split(" of ")[1].Split(',')[0], labels, isClasses),
            Model = new ModelSummary
            {
                Architecture = $"Multilayer perceptron {table.FeatureNames.Length}-64-32-1, ReLU",
                Layers = [new LayerSummary("hidden 1", table.FeatureNames.Length, 64, "ReLU", 64 * (table.FeatureNames.Length + 1)), new LayerSummary("hidden 2", 64, 32, "ReLU", 2080), new LayerSummary("output", 32, 1, null, 33)],
                Parameters = 64 * (table.FeatureNames.Length + 1) + 2113,
                Link = isClasses ? "logistic" : "identity",
                Loss = new LossSummary(loss, "Σ max(τ(y − q), (τ − 1)(y − q))", "Minimised by the quantiles of the label."),
                Options = [new NamedValue("Dropout", "0.1"), new NamedValue("Optimizer", "adam"), new NamedValue("Learning rate", "0.003"), new NamedValue("Batch size", "64")],
                Seed = 1,
                Versions = [new NamedValue("MLNet.LossExperiments", "0.1.0"), new NamedValue("Microsoft.ML", "5.0.1"), new NamedValue("TorchSharp", "0.107.0"), new NamedValue(".NET", "10.0")],
                Device = "cpu, 2 threads",
                TrainingSeconds = 0.62,
                TotalSeconds = 1.4,
            },
            LearningCurves = [LearningCurve.Of("network 1", history)],
            ValidationGap = ValidationGap.Of(history, true),
            Evaluations = [],
            Reproduction = new Reproduction(
                $"mlnet-loss regression --dataset data/boston.csv --label-col MEDV --loss {loss} --seed 1",
                "var trainer = mlContext.Regression.Trainers.Mlp(new MlpRegressionOptions\n{\n    Loss = RegressionLoss.Quantiles([0.05, 0.25, 0.5, 0.75, 0.95]),\n    Seed = 1,\n});"),
            Notes = ["On so few test rows, differences of a few per cent mean little."],
        };
    }

    private static KeyValuePair<string, IReadOnlyList<float>> Part(string name, SampleTable table, int[] rows) => new(name, [.. rows.Select(row => SampleTable.Number(table.LabelOf(row)))]);

    private static LabelDistribution Classes(SampleTable table, IReadOnlyList<string> classes)
    {
        KeyValuePair<string, IReadOnlyList<int>> Of(string name, int[] rows) => new(name, [.. rows.Select(row => classes.ToList().IndexOf(table.LabelOf(row)))]);
        return LabelDistribution.OfClasses(classes, [Of("training", table.TrainingRows), Of("test", table.TestRows)]);
    }
}
