using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Tests;

/// <summary>Fits a line. Prints "trained", or the message of what went wrong.</summary>
internal static class Program
{
    private static int Main()
    {
        var context = new MLContext();
        IDataView data = context.Data.LoadFromEnumerable(Enumerable.Range(0, 20).Select(i => new Row { Features = [i], Label = 2 * i }));
        try
        {
            context.Regression.Trainers.Mlp(new MlpRegressionOptions { HiddenSizes = [], Epochs = 1 }).Fit(data);
            Console.WriteLine("trained");
            return 0;
        }
        catch (LibTorchNotFoundException e)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }

    private sealed class Row
    {
        [VectorType(1)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }
}
