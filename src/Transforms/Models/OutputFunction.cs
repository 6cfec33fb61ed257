namespace MLNet.LossExperiments.Models;

/// <summary>The function behind an <see cref="OutputRange"/>. The numbers are part of the model file format.</summary>
internal enum OutputFunction
{
    Identity = 0,
    Tanh = 1,
    Sigmoid = 2,
    Softplus = 3,
    Scaled = 4,
}
