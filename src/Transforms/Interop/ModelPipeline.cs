using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.LossExperiments.Interop;

/// <summary>A model taken apart into its steps.</summary>
internal sealed class ModelPipeline
{
    private ModelPipeline(IReadOnlyList<PipelineStep> steps, DataViewSchema inputs, DataViewSchema outputs)
    {
        Steps = steps;
        Inputs = inputs;
        Outputs = outputs;
    }

    public IReadOnlyList<PipelineStep> Steps { get; }

    public DataViewSchema Inputs { get; }

    public DataViewSchema Outputs { get; }

    /// <summary>The names of the columns that are predictions, in order: those that the last trained model and the steps after it add; without one, all that are added.</summary>
    public IReadOnlyList<string> Predictions
    {
        get
        {
            int from = Math.Max(0, Steps.ToList().FindLastIndex(step => step.IsPrediction));
            HashSet<string> added = [.. Steps.Skip(from).SelectMany(step => PipelineStep.AddedBy(step.Before.Schema, step.After.Schema))];
            return [.. Outputs.Where(column => !column.IsHidden && added.Contains(column.Name)).Select(column => column.Name)];
        }
    }

    /// <summary>The network of this product among the steps, with the step; null where there is none.</summary>
    public (IFitted Model, PipelineStep Step)? Network => Steps
        .Select(step => ((step.Transformer as IPredictionTransformer<object>)?.Model as IFitted, step))
        .Where(pair => pair.Item1 is not null)
        .Select(pair => ((IFitted, PipelineStep)?)(pair.Item1!, pair.step))
        .LastOrDefault();

    public static ModelPipeline Of(IHostEnvironment env, ITransformer model, DataViewSchema inputs)
    {
        IDataView view = new EmptyDataView(env, inputs);
        var steps = new List<PipelineStep>();
        foreach (ITransformer transformer in Leaves(model))
        {
            IDataView after = transformer.Transform(view);
            steps.Add(new PipelineStep(transformer, view, after));
            view = after;
        }
        return new ModelPipeline(steps, inputs, view.Schema);
    }

    /// <summary>What it takes to make some output columns: the input columns, and the steps, each with those of its columns that are needed; both in order.</summary>
    public (IReadOnlyList<DataViewSchema.Column> Inputs, IReadOnlyList<(PipelineStep Step, IReadOnlySet<string> Needed)> Steps) PlanFor(IEnumerable<string> outputs)
    {
        HashSet<string> needed = [.. outputs];
        var steps = new List<(PipelineStep, IReadOnlySet<string>)>();
        foreach (PipelineStep step in Steps.Reverse())
        {
            HashSet<string> made = PipelineStep.AddedBy(step.Before.Schema, step.After.Schema);
            made.IntersectWith(needed);
            if (made.Count == 0)
                continue;
            steps.Insert(0, (step, made));
            needed = [.. step.SourcesOf(needed)];
        }
        return ([.. Inputs.Where(column => !column.IsHidden && needed.Contains(column.Name))], steps);
    }

    private static IEnumerable<ITransformer> Leaves(ITransformer model) =>
        model is ITransformerChainAccessor chain ? chain.Transformers.SelectMany(Leaves) : [model];
}
