using System.Diagnostics;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Export;

/// <summary>A network as ONNX operators. Those that came to ONNX late, such as Gelu and Mish, are composed of older ones.</summary>
internal static class NetworkNodes
{
    /// <summary>From [rows, features] to the outputs of a network, [rows, outputs].</summary>
    public static string Write(OnnxNodeWriter nodes, string features, MlpNetwork network)
    {
        string values = Scale(nodes, features, network.InputScaler);
        for (int i = 0; i < network.Layers.Count; i++)
        {
            DenseLayer layer = network.Layers[i];
            string weights = nodes.Constant(layer.Weights, layer.InputCount, layer.OutputCount);
            values = nodes.Apply("Gemm", [values, weights, nodes.Constant(layer.Bias, layer.OutputCount)]);
            if (i < network.Layers.Count - 1)
                values = Activate(nodes, values, network.Activation);
        }
        return Confine(nodes, values, network.OutputRange);
    }

    private static string Scale(OnnxNodeWriter nodes, string features, InputScaler? scaler)
    {
        if (scaler is null)
            return features;
        string shifted = nodes.Apply("Sub", [features, nodes.Constant(scaler.Offsets, 1, scaler.FeatureCount)]);
        return nodes.Apply("Mul", [shifted, nodes.Constant(scaler.Factors, 1, scaler.FeatureCount)]);
    }

    private static string Activate(OnnxNodeWriter nodes, string x, Activation activation) => activation switch
    {
        Activation.ReLU => nodes.Apply("Relu", [x]),
        Activation.LeakyReLU => nodes.Apply("LeakyRelu", [x], ("alpha", 0.01)),
        Activation.ELU => nodes.Apply("Elu", [x], ("alpha", 1.0)),
        Activation.SELU => nodes.Apply("Selu", [x], ("alpha", 1.6732632423543772), ("gamma", 1.0507009873554805)),
        Activation.GELU => NormalDistributed(nodes, x),
        Activation.SiLU => nodes.Apply("Mul", [x, nodes.Apply("Sigmoid", [x])]),
        Activation.Mish => nodes.Apply("Mul", [x, nodes.Apply("Tanh", [nodes.Apply("Softplus", [x])])]),
        Activation.Tanh => nodes.Apply("Tanh", [x]),
        Activation.Sigmoid => nodes.Apply("Sigmoid", [x]),
        Activation.Softplus => nodes.Apply("Softplus", [x]),
        _ => throw new UnreachableException(),
    };

    // x · Φ(x) with Φ(x) = (1 + erf(x / √2)) / 2.
    private static string NormalDistributed(OnnxNodeWriter nodes, string x)
    {
        string error = nodes.Apply("Erf", [nodes.Apply("Mul", [x, nodes.Constant(MathF.Sqrt(0.5f))])]);
        string twice = nodes.Apply("Mul", [x, nodes.Apply("Add", [error, nodes.Constant(1f)])]);
        return nodes.Apply("Mul", [twice, nodes.Constant(0.5f)]);
    }

    private static string Confine(OnnxNodeWriter nodes, string x, OutputRange range)
    {
        switch (range.Function)
        {
            case OutputFunction.Identity:
                return x;
            case OutputFunction.Tanh:
                return nodes.Apply("Tanh", [x]);
            case OutputFunction.Sigmoid:
                return nodes.Apply("Sigmoid", [x]);
            case OutputFunction.Softplus:
                return nodes.Apply("Softplus", [x]);
            case OutputFunction.Scaled:
                string share = nodes.Apply("Mul", [nodes.Apply("Sigmoid", [x]), nodes.Constant(range.Maximum - range.Minimum)]);
                string value = nodes.Apply("Add", [share, nodes.Constant(range.Minimum)]);
                return nodes.Apply("Min", [value, nodes.Constant(range.Maximum)]);
            default:
                throw new UnreachableException();
        }
    }
}
