// Scores with a saved model in an application that has no libtorch: its output folder holds only ML.NET and MLNet.LossExperiments.Transforms.
// dotnet run --project samples/ScoreOnly -- MODEL.zip FEATURES.csv
// FEATURES.csv has numbers separated by commas, one row a line, no header. Prints the score of each row, for several classes separated by commas.
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using ScoreOnly;

if (args is not [string modelFile, string featuresFile])
{
    Console.Error.WriteLine("Usage: ScoreOnly MODEL.zip FEATURES.csv");
    return 1;
}

var context = new MLContext();
ITransformer model = context.Model.Load(modelFile, out _);

Row[] rows = [.. File.ReadLines(featuresFile).Where(line => line.Length > 0).Select(line =>
    new Row { Features = [.. line.Split(',').Select(value => float.Parse(value, CultureInfo.InvariantCulture))] })];
SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Features.Length);

IDataView scored = model.Transform(context.Data.LoadFromEnumerable(rows, schema));
IEnumerable<float[]> scores = scored.Schema["Score"].Type is VectorDataViewType
    ? scored.GetColumn<float[]>("Score")
    : scored.GetColumn<float>("Score").Select(score => new[] { score });
foreach (float[] score in scores)
    Console.WriteLine(string.Join(',', score.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
return 0;
