using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Scoring;

/// <summary>A value for each class: its probability, or its raw score where the loss gives none.</summary>
internal sealed class MulticlassPredictor(IReadOnlyList<FittedMember> members, PredictionForm form) : Predictor(members, ClassCount(members, form))
{
    private protected override void Predict(Span<float> outputs, Span<float> prediction)
    {
        if (form.Link == Link.Ordinal)
        {
            LinkFunction.Ordinal(outputs, prediction);
            return;
        }
        outputs.CopyTo(prediction);
        if (form.Link == Link.Softmax)
            LinkFunction.Softmax(prediction);
    }

    private static int ClassCount(IReadOnlyList<FittedMember> members, PredictionForm form) => members[0].Network.OutputCount + (form.Link == Link.Ordinal ? 1 : 0);
}
