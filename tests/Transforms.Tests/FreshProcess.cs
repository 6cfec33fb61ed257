using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Tests.Features;

namespace MLNet.LossExperiments.Tests;

/// <summary>These tests as a program, in whose process nothing of this product was used before: loads a saved model, and prints the column Date that it gives for texts.</summary>
internal static class FreshProcess
{
    public static void Main(string[] args)
    {
        var context = new MLContext();
        ITransformer model = context.Model.Load(args[0], out _);
        IDataView rows = model.Transform(context.Data.LoadFromEnumerable(args[1..].Select(text => new DateRow { When = text })));
        foreach (float[] vector in rows.GetColumn<float[]>("Date"))
            System.Console.WriteLine(Show(vector));
    }

    public static string Show(float[] vector) => string.Join(' ', vector.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
