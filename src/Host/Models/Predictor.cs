using Microsoft.ML;
using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Host.Models;

/// <summary>The part of a model that predicts, after everything that prepares its features.</summary>
/// <param name="Model">The model itself.</param>
/// <param name="Kind">What it is: the name of its class.</param>
/// <param name="Members">The networks, where it is one of ours; otherwise empty.</param>
internal sealed record Predictor(object Model, string Kind, IReadOnlyList<FittedMember> Members)
{
    /// <summary>Finds it; null where there is none.</summary>
    public static Predictor? In(ITransformer transformer) => transformer switch
    {
        ISingleFeaturePredictionTransformer<object> { Model: var model } => Of(model),
        IEnumerable<ITransformer> chain => chain.Select(In).LastOrDefault(found => found is not null),
        _ => null,
    };

    private static Predictor Of(object model) => new(model, model.GetType().Name.Split('`')[0], model switch
    {
        MlpRegressionModel regression => regression.Members,
        MlpBinaryModel binary => binary.Members,
        MlpMulticlassModel multiclass => multiclass.Members,
        _ => [],
    });
}
