using Microsoft.ML;
using MLNet.LossExperiments;

[assembly: LoadableClass(typeof(MlpRegressionModel), null, typeof(SignatureLoadModel), "MLP regression model", MlpRegressionModel.LoaderSignature)]
[assembly: LoadableClass(typeof(MlpBinaryModel), null, typeof(SignatureLoadModel), "MLP binary classification model", MlpBinaryModel.LoaderSignature)]
[assembly: LoadableClass(typeof(MlpBinaryProbabilityModel), null, typeof(SignatureLoadModel), "MLP binary classification model with probabilities", MlpBinaryProbabilityModel.LoaderSignature)]
[assembly: LoadableClass(typeof(MlpMulticlassModel), null, typeof(SignatureLoadModel), "MLP multiclass classification model", MlpMulticlassModel.LoaderSignature)]
