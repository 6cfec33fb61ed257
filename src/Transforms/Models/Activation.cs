namespace MLNet.LossExperiments.Models;

/// <summary>The function that a hidden layer applies to each of its units. Parameters are those of PyTorch's defaults.</summary>
public enum Activation
{
    /// <summary>Rectified linear unit: max(0, x).</summary>
    ReLU = 0,

    /// <summary>Leaky rectified linear unit: x for x ≥ 0, 0.01·x below.</summary>
    LeakyReLU = 1,

    /// <summary>Exponential linear unit (Clevert et al. 2015): x for x ≥ 0, eˣ − 1 below.</summary>
    ELU = 2,

    /// <summary>Scaled exponential linear unit (Klambauer et al. 2017): 1.0507·x for x ≥ 0, 1.0507·1.6733·(eˣ − 1) below.</summary>
    SELU = 3,

    /// <summary>Gaussian error linear unit (Hendrycks and Gimpel 2016), exact form: x·Φ(x), with Φ the standard normal distribution function.</summary>
    GELU = 4,

    /// <summary>Sigmoid linear unit, also called swish: x·σ(x).</summary>
    SiLU = 5,

    /// <summary>Mish (Misra 2019): x·tanh(softplus(x)).</summary>
    Mish = 6,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh = 7,

    /// <summary>Logistic sigmoid: 1 / (1 + e⁻ˣ).</summary>
    Sigmoid = 8,

    /// <summary>Softplus: log(1 + eˣ).</summary>
    Softplus = 9,
}
