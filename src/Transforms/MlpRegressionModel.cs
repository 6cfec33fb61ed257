using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments;

/// <summary>A fitted multilayer perceptron for regression. Scores in managed code; needs no libtorch.</summary>
public sealed class MlpRegressionModel : MlpScalarModel
{
    internal const string LoaderSignature = "MlpRegressionModel";

    internal MlpRegressionModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content)
    {
    }

    private MlpRegressionModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context)
    {
    }

    internal override VersionInfo VersionInfo => FileVersion;

    private protected override PredictionKind PredictionKind => PredictionKind.Regression;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP REGR", LoaderSignature);

    internal static MlpRegressionModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpRegressionModel(env, context);
    }
}
