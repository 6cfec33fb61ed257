using System.Diagnostics;
using TorchSharp;

namespace MLNet.LossExperiments.Training;

/// <summary>Finds the torch device that was asked for.</summary>
internal static class DeviceChoice
{
    /// <exception cref="MlpTrainingException">The device is not there.</exception>
    public static torch.Device Resolve(TrainingDevice device) => device.Kind switch
    {
        DeviceKind.Auto => torch.cuda.is_available() ? torch.device("cuda:0") : torch.mps_is_available() ? torch.device("mps") : torch.CPU,
        DeviceKind.Cpu => torch.CPU,
        DeviceKind.Cuda when !torch.cuda.is_available() => throw new MlpTrainingException(
            $"The device {device} is not there: this application's libtorch has no CUDA, or no NVIDIA driver was found. Reference a TorchSharp-cuda package and install the driver, or train on cpu or auto."),
        DeviceKind.Cuda when device.Index >= torch.cuda.device_count() => throw new MlpTrainingException(
            $"The device {device} is not there: the CUDA devices are cuda:0 to cuda:{torch.cuda.device_count() - 1}."),
        DeviceKind.Cuda => torch.device($"cuda:{device.Index}"),
        DeviceKind.Mps when !torch.mps_is_available() => throw new MlpTrainingException(
            "The device mps is not there: it takes an Apple processor and its libtorch. Train on cpu or auto."),
        DeviceKind.Mps => torch.device("mps"),
        _ => throw new UnreachableException(),
    };
}
