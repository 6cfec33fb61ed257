namespace MLNet.LossExperiments.Network;

/// <summary>The architecture that all members of a cohort share.</summary>
internal sealed record NetworkShape(int FeatureCount, IReadOnlyList<int> HiddenSizes, int OutputCount, bool BatchNormalization)
{
    /// <summary>The inputs and outputs of each dense layer, in order.</summary>
    public IEnumerable<(int Inputs, int Outputs)> Layers
    {
        get
        {
            int inputs = FeatureCount;
            foreach (int outputs in HiddenSizes.Append(OutputCount))
            {
                yield return (inputs, outputs);
                inputs = outputs;
            }
        }
    }

    /// <summary>The number of trained numbers of one member: weights, biases, and gamma and beta of the batch normalisation.</summary>
    public long ParameterCount => Layers.Sum(layer => (layer.Inputs + 1L) * layer.Outputs) + (BatchNormalization ? 2L * FeatureCount : 0);
}
