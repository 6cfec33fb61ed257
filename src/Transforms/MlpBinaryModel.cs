using Microsoft.ML;
using Microsoft.ML.Runtime;
using MLNet.LossExperiments.Interop;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments;

/// <summary>
/// A fitted multilayer perceptron for binary classification. Its score is positive for the positive class. Trained with a loss whose scores are
/// probabilities it is a <see cref="MlpBinaryProbabilityModel"/>. Scores in managed code; needs no libtorch.
/// </summary>
public class MlpBinaryModel : MlpScalarModel
{
    internal const string LoaderSignature = "MlpBinaryModel";

    internal MlpBinaryModel(IHostEnvironment env, ModelContent content)
        : base(env, LoaderSignature, content)
    {
    }

    private protected MlpBinaryModel(IHostEnvironment env, ModelLoadContext context)
        : base(env, LoaderSignature, context)
    {
    }

    internal override VersionInfo VersionInfo => FileVersion;

    private protected override PredictionKind PredictionKind => PredictionKind.BinaryClassification;

    private static VersionInfo FileVersion => ModelVersion.Of("MLP BINA", LoaderSignature);

    internal static MlpBinaryModel Create(IHostEnvironment env, ModelLoadContext context)
    {
        context.CheckAtModel(FileVersion);
        return new MlpBinaryModel(env, context);
    }
}
