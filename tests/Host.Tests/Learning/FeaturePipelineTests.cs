using MLNet.LossExperiments.Host.Formats;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Host.Columns;
using MLNet.LossExperiments.Host.Learning;
using MLNet.LossExperiments.Host.Tables;

namespace MLNet.LossExperiments.Host.Tests.Learning;

public class FeaturePipelineTests
{
    private const string Text = "x,color,z\n1,red,4\n,blue,4.5\n3,,6\n2,red,5\n9,red,8\n";

    [Fact]
    public void Create_EveryKind_GivesFilledIndicatedAndOneHotSlots()
    {
        float[][] features = Run([0, 1, 2, 3], [0, 1, 2, 4]);

        Assert.Equal([1, 4, 0, 1, 0], features[0]);
        Assert.Equal([2, 4.5f, 1, 0, 1], features[1]);
        Assert.Equal([3, 6, 0, 0, 0], features[2]);
        Assert.Equal([9, 8, 0, 1, 0], features[3]);
    }

    [Fact]
    public void Create_ValueMissingOnlyInANewRow_IsFilledWithTheMeanOfTheTrainingRows()
    {
        TableRows rows = Samples.Rows("x,z\n0,4\n0,0\n0,0\n6,0\n,\n", ("x", ColumnKind.Number), ("z", ColumnKind.Number));
        TableRows training = rows with { Rows = [0, 1, 2, 3] };
        FeatureSelection selection = FeatureSelection.From(["x", "z"], new HashSet<string>(), 1000, training);

        ITransformer fitted = FeaturePipeline.Create(new MLContext(1), selection.Features, "Features", new HashSet<string> { "x", "z", "Features" }).Fit(new TableDataView(training, CancellationToken.None));

        Assert.Equal([1.5f, 1], fitted.Transform(new TableDataView(rows with { Rows = [4] }, CancellationToken.None)).GetColumn<float[]>("Features").Single());
    }

    private static float[][] Run(int[] training, int[] rows)
    {
        TableRows all = Samples.Rows(Text, ("x", ColumnKind.Number), ("color", ColumnKind.Category), ("z", ColumnKind.Number));
        var ml = new MLContext(1);
        FeatureSelection selection = FeatureSelection.From(["x", "z", "color"], new HashSet<string>(), 1000, all with { Rows = training });
        HashSet<string> taken = ["x", "color", "z", "Features"];
        ITransformer fitted = FeaturePipeline.Create(ml, selection.Features, "Features", taken).Fit(new TableDataView(all with { Rows = training }, CancellationToken.None));
        return [.. fitted.Transform(new TableDataView(all with { Rows = rows }, CancellationToken.None)).GetColumn<float[]>("Features")];
    }
}
