using Microsoft.ML.Runtime;
using MLNet.LossExperiments;
using MLNet.LossExperiments.Experiments;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Losses;

namespace Microsoft.ML;

/// <summary>Adds the multilayer perceptron to the trainers of <see cref="MLContext"/>.</summary>
public static class MlpCatalog
{
    /// <summary>A trainer for regression with a multilayer perceptron.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.Regression</c>.</param>
    /// <param name="labelColumnName">The label column, <see cref="float"/>.</param>
    /// <param name="featureColumnName">The feature column, a vector of <see cref="float"/>.</param>
    /// <param name="exampleWeightColumnName">The column of the weights of the rows, <see cref="float"/>; null for equal weights.</param>
    /// <param name="loss">The loss; null for mean squared error.</param>
    /// <returns>The trainer.</returns>
    public static MlpRegressionTrainer Mlp(
        this RegressionCatalog.RegressionTrainers trainers,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        RegressionLoss? loss = null)
    {
        var options = new MlpRegressionOptions { LabelColumnName = labelColumnName, FeatureColumnName = featureColumnName, ExampleWeightColumnName = exampleWeightColumnName };
        return Mlp(trainers, loss is null ? options : options with { Loss = loss });
    }

    /// <summary>A trainer for regression with a multilayer perceptron, with all options.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.Regression</c>.</param>
    /// <param name="options">The options.</param>
    /// <returns>The trainer.</returns>
    /// <exception cref="MlpOptionsException">Options are out of range.</exception>
    public static MlpRegressionTrainer Mlp(this RegressionCatalog.RegressionTrainers trainers, MlpRegressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        ArgumentNullException.ThrowIfNull(options);
        return new(CatalogEnvironment.Of(trainers), options);
    }

    /// <summary>A trainer for binary classification with a multilayer perceptron.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.BinaryClassification</c>.</param>
    /// <param name="labelColumnName">The label column, <see cref="bool"/>.</param>
    /// <param name="featureColumnName">The feature column, a vector of <see cref="float"/>.</param>
    /// <param name="exampleWeightColumnName">The column of the weights of the rows, <see cref="float"/>; null for equal weights.</param>
    /// <param name="loss">The loss; null for binary cross-entropy on logits.</param>
    /// <returns>The trainer.</returns>
    public static MlpBinaryTrainer Mlp(
        this BinaryClassificationCatalog.BinaryClassificationTrainers trainers,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        BinaryLoss? loss = null)
    {
        var options = new MlpBinaryOptions { LabelColumnName = labelColumnName, FeatureColumnName = featureColumnName, ExampleWeightColumnName = exampleWeightColumnName };
        return Mlp(trainers, loss is null ? options : options with { Loss = loss });
    }

    /// <summary>A trainer for binary classification with a multilayer perceptron, with all options.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.BinaryClassification</c>.</param>
    /// <param name="options">The options.</param>
    /// <returns>The trainer.</returns>
    /// <exception cref="MlpOptionsException">Options are out of range.</exception>
    public static MlpBinaryTrainer Mlp(this BinaryClassificationCatalog.BinaryClassificationTrainers trainers, MlpBinaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        ArgumentNullException.ThrowIfNull(options);
        return new(CatalogEnvironment.Of(trainers), options);
    }

    /// <summary>A trainer for multiclass classification with a multilayer perceptron.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.MulticlassClassification</c>.</param>
    /// <param name="labelColumnName">The label column: a key, or a vector of <see cref="float"/> with the probability of each class.</param>
    /// <param name="featureColumnName">The feature column, a vector of <see cref="float"/>.</param>
    /// <param name="exampleWeightColumnName">The column of the weights of the rows, <see cref="float"/>; null for equal weights.</param>
    /// <param name="loss">The loss; null for cross-entropy.</param>
    /// <returns>The trainer.</returns>
    public static MlpMulticlassTrainer Mlp(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers trainers,
        string labelColumnName = "Label",
        string featureColumnName = "Features",
        string? exampleWeightColumnName = null,
        MulticlassLoss? loss = null)
    {
        var options = new MlpMulticlassOptions { LabelColumnName = labelColumnName, FeatureColumnName = featureColumnName, ExampleWeightColumnName = exampleWeightColumnName };
        return Mlp(trainers, loss is null ? options : options with { Loss = loss });
    }

    /// <summary>A trainer for multiclass classification with a multilayer perceptron, with all options.</summary>
    /// <param name="trainers">The trainers of <c>mlContext.MulticlassClassification</c>.</param>
    /// <param name="options">The options.</param>
    /// <returns>The trainer.</returns>
    /// <exception cref="MlpOptionsException">Options are out of range.</exception>
    public static MlpMulticlassTrainer Mlp(this MulticlassClassificationCatalog.MulticlassClassificationTrainers trainers, MlpMulticlassOptions options)
    {
        ArgumentNullException.ThrowIfNull(trainers);
        ArgumentNullException.ThrowIfNull(options);
        return new(CatalogEnvironment.Of(trainers), options);
    }

    /// <summary>Finds out which loss to train with, by training with each on the same rows and measuring on the same rows held out.</summary>
    /// <param name="catalog">For example <c>mlContext.Regression</c>.</param>
    /// <param name="data">The rows, which come in the same order in every pass.</param>
    /// <param name="experiment">What is compared, and how; null for the default losses on five times five folds.</param>
    /// <returns>Every cell, what follows from them, and the best model.</returns>
    /// <exception cref="MlpOptionsException">The experiment is at fault.</exception>
    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    public static LossExperimentResult CompareLosses(this RegressionCatalog catalog, IDataView data, RegressionLossExperiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Compare(CatalogEnvironment.Of(catalog.Trainers), data, experiment ?? new());
    }

    /// <summary>Finds out which loss to train with, by training with each on the same rows and measuring on the same rows held out.</summary>
    /// <param name="catalog">For example <c>mlContext.BinaryClassification</c>.</param>
    /// <param name="data">The rows, which come in the same order in every pass.</param>
    /// <param name="experiment">What is compared, and how; null for the default losses on five times five folds.</param>
    /// <returns>Every cell, what follows from them, and the best model.</returns>
    /// <exception cref="MlpOptionsException">The experiment is at fault.</exception>
    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    public static LossExperimentResult CompareLosses(this BinaryClassificationCatalog catalog, IDataView data, BinaryLossExperiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Compare(CatalogEnvironment.Of(catalog.Trainers), data, experiment ?? new());
    }

    /// <summary>Finds out which loss to train with, by training with each on the same rows and measuring on the same rows held out.</summary>
    /// <param name="catalog">For example <c>mlContext.MulticlassClassification</c>.</param>
    /// <param name="data">The rows, which come in the same order in every pass.</param>
    /// <param name="experiment">What is compared, and how; null for the default losses on five times five folds.</param>
    /// <returns>Every cell, what follows from them, and the best model.</returns>
    /// <exception cref="MlpOptionsException">The experiment is at fault.</exception>
    /// <exception cref="MlpTrainingException">The rows cannot be trained on.</exception>
    public static LossExperimentResult CompareLosses(this MulticlassClassificationCatalog catalog, IDataView data, MulticlassLossExperiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Compare(CatalogEnvironment.Of(catalog.Trainers), data, experiment ?? new());
    }

    private static LossExperimentResult Compare(IHostEnvironment environment, IDataView data, LossExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(data);
        var run = new ExperimentRun(experiment, environment, data);
        LossComparison comparison = run.Run();
        return new LossExperimentResult(comparison, experiment.RefitsBest && comparison.Best is { } best ? run.Refit(best) : null);
    }
}
