namespace MLNet.LossExperiments;

internal enum DeviceKind
{
    Auto,
    Cpu,
    Cuda,
    Mps,
}
