using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Interop;

/// <summary>A model that knows what it consists of, whatever its task.</summary>
internal interface IFitted
{
    ModelContent Content { get; }
}
