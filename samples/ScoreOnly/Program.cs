// Scores rows with a model that was trained elsewhere. Needs MLNet.LossExperiments.Transforms alone: no libtorch, no trainer.
//   dotnet run --project samples/ScoreOnly -- MODEL.zip ROWS.csv
// MODEL.zip takes a column "Features"; each line of ROWS.csv holds the features of a row, separated by commas. Prints the scores of a row a line.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

if (args is not [var modelFile, var rowsFile])
{
    Console.Error.WriteLine("Usage: ScoreOnly MODEL.zip ROWS.csv");
    return 2;
}

var context = new MLContext();
ITransformer model = context.Model.Load(modelFile, out _);
int features = File.ReadLines(rowsFile).First().Split(',').Length;
IDataView rows = context.Data.LoadFromTextFile(rowsFile, [new TextLoader.Column("Features", DataKind.Single, 0, features - 1)], separatorChar: ',');
IDataView scored = model.Transform(rows);

DataViewSchema.Column score = scored.Schema["Score"];
using DataViewRowCursor cursor = scored.GetRowCursor([score]);
if (score.Type is VectorDataViewType)
{
    ValueGetter<VBuffer<float>> getScores = cursor.GetGetter<VBuffer<float>>(score);
    VBuffer<float> scores = default;
    while (cursor.MoveNext())
    {
        getScores(ref scores);
        Console.WriteLine(string.Join(',', scores.DenseValues().Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}
else
{
    ValueGetter<float> getScore = cursor.GetGetter<float>(score);
    float value = 0;
    while (cursor.MoveNext())
    {
        getScore(ref value);
        Console.WriteLine(value.ToString("R", CultureInfo.InvariantCulture));
    }
}
return 0;
