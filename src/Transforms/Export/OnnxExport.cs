namespace MLNet.LossExperiments.Export;

/// <summary>What an exported ONNX model takes and gives.</summary>
/// <param name="Inputs">The columns that the predictions depend on.</param>
/// <param name="Outputs">The predictions.</param>
/// <param name="OperatorSet">The version of ONNX's operators that the model is written in.</param>
public sealed record OnnxExport(IReadOnlyList<OnnxTensor> Inputs, IReadOnlyList<OnnxTensor> Outputs, int OperatorSet);
