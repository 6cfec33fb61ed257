using TorchSharp;

namespace MLNet.LossExperiments.Tests.Reference;

/// <summary>One batch: outputs and targets, the loss of each row, the gradient of their sum.</summary>
internal sealed record LossCase(string Loss, string Form, string Name, int Rows, int OutputsPerRow, double[] Outputs, double[] Targets, double[] Losses, double[] Gradient)
{
    public torch.Tensor OutputTensor(torch.ScalarType type) => torch.tensor(Outputs, [Rows, OutputsPerRow]).to_type(type).requires_grad_(true);

    public torch.Tensor TargetTensor(torch.ScalarType type) => Form == "indices"
        ? torch.tensor(Targets).to_type(torch.int64)
        : torch.tensor(Targets, [Rows, Targets.Length / Rows]).to_type(type);
}
