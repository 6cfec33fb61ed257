using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Reports.Tests.Context;

/// <summary>Data is counted, column by column.</summary>
public sealed class DataSummaryTests
{
    private static IDataView Data() => new MLContext().Data.LoadFromEnumerable(new[]
    {
        new Row { Number = 1, Text = "a", Flag = true, Pair = [1, 2], Label = 1 },
        new Row { Number = float.NaN, Text = "", Flag = true, Pair = [1, float.NaN], Label = 2 },
        new Row { Number = 3, Text = "a", Flag = false, Pair = [3, 4], Label = 2 },
    });

    [Fact]
    public void Of_Columns_AreCounted()
    {
        DataSummary summary = DataSummary.Of("rows", Data(), "Label", ignored: ["Flag"]);
        ColumnSummary Named(string name) => summary.Columns.Single(column => column.Name == name);
        Assert.Equal(3, summary.Rows);
        Assert.Equal(("feature", "number", 1, 2L), (Named("Number").Role, Named("Number").Kind, Named("Number").Missing, Named("Number").Distinct));
        Assert.Equal((1, 2, 3), (Named("Number").Numbers!.Minimum, Named("Number").Numbers!.Mean, Named("Number").Numbers!.Maximum));
        Assert.Equal(("text", 1, 1L), (Named("Text").Kind, Named("Text").Missing, Named("Text").Distinct));
        Assert.Equal(("ignored", "flag", 2L), (Named("Flag").Role, Named("Flag").Kind, Named("Flag").Distinct));
        Assert.Equal(("2 numbers", 1), (Named("Pair").Kind, Named("Pair").Missing));
        Assert.Equal("label", Named("Label").Role);
    }

    [Fact]
    public void Of_UnknownLabel_IsRefused() =>
        Assert.Contains("'Price'", Assert.Throws<ArgumentException>(() => DataSummary.Of("rows", Data(), "Price")).Message, StringComparison.Ordinal);

    private sealed class Row
    {
        public float Number { get; set; }

        public string Text { get; set; } = "";

        public bool Flag { get; set; }

        [VectorType(2)]
        public float[] Pair { get; set; } = [];

        public int Label { get; set; }
    }
}
