using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Interop;

/// <summary>One transformer of a model, with the columns before it and after it.</summary>
internal sealed record PipelineStep(ITransformer Transformer, IDataView Before, IDataView After)
{
    /// <summary>What to call it to people.</summary>
    public string Name => NameOf((Transformer as IPredictionTransformer<object>)?.Model ?? Transformer);

    /// <summary>Whether its columns are the predictions of a trained model; a calibrator, which only goes on from them, is none.</summary>
    public bool IsPrediction => Transformer is IPredictionTransformer<object> { Model: IPredictor };

    /// <summary>The columns that a step adds or replaces. ML.NET keeps a replaced column, hidden, so that there are more of the name than before.</summary>
    public static HashSet<string> AddedBy(DataViewSchema before, DataViewSchema after)
    {
        Dictionary<string, int> counts = before.CountBy(column => column.Name).ToDictionary();
        return [.. after.CountBy(column => column.Name).Where(pair => pair.Value > counts.GetValueOrDefault(pair.Key)).Select(pair => pair.Key)];
    }

    /// <summary>The columns before it that some columns after it depend on.</summary>
    public IEnumerable<string> SourcesOf(IEnumerable<string> columns)
    {
        if (!Transformer.IsRowToRowMapper)
            return Before.Schema.Where(column => !column.IsHidden).Select(column => column.Name);
        IRowToRowMapper mapper = Transformer.GetRowToRowMapper(Before.Schema);
        return mapper.GetDependencies(columns.Select(name => mapper.OutputSchema[name])).Select(column => column.Name);
    }

    /// <summary>The data transforms that it consists of, in order; null for one that is no transform of ML.NET's own kind.</summary>
    public IReadOnlyList<(IDataView Source, IDataTransform? Transform)> Transforms()
    {
        var transforms = new List<(IDataView, IDataTransform?)>();
        IDataView view = After;
        while (view != Before)
        {
            if (view is not IDataTransform transform)
                return [(Before, null)];
            transforms.Insert(0, (transform.Source, transform));
            view = transform.Source;
        }
        return transforms;
    }

    private static string NameOf(object part)
    {
        // Where an estimator hides its transformer inside itself, its own name says more.
        string name = (part.GetType().DeclaringType ?? part.GetType()).Name;
        int generic = name.IndexOf('`', StringComparison.Ordinal);
        return generic < 0 ? name : name[..generic];
    }
}
