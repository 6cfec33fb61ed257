using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.LossExperiments.Streaming;

/// <summary>Rows that exist only while they are read: features from a linear congruential generator, a label that is a smooth function of them.</summary>
internal static class GeneratedRows
{
    public static IDataView Create(MLContext context, int rows, int features)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(GeneratedRow));
        schema[nameof(GeneratedRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return context.Data.LoadFromEnumerable(Make(rows, features), schema);
    }

    private static IEnumerable<GeneratedRow> Make(int rows, int features)
    {
        var values = new float[features];
        var row = new GeneratedRow { Features = new VBuffer<float>(features, values) };
        ulong state = 88172645463325252;
        for (int i = 0; i < rows; i++)
        {
            float sum = 0;
            for (int j = 0; j < features; j++)
            {
                state = unchecked(state * 6364136223846793005 + 1442695040888963407);
                values[j] = (state >> 40) * (2f / (1 << 24)) - 1;
                sum += j % 2 == 0 ? values[j] : -values[j];
            }
            row.Label = sum + values[0] * values[1];
            yield return row;
        }
    }
}
