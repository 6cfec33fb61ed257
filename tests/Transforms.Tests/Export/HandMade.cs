using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Persistence;

namespace MLNet.LossExperiments.Tests.Export;

/// <summary>ML.NET's transformers around models made by hand. Their constructors are internal, which trainers get around and a test need not.</summary>
internal static class HandMade
{
    public static ITransformer Regression(MLContext context, ModelContent content, DataViewSchema schema) =>
        Make<RegressionPredictionTransformer<MlpRegressionModel>>(context, new MlpRegressionModel(context, content), schema);

    public static ITransformer Binary(MLContext context, ModelContent content, DataViewSchema schema) => Make<BinaryPredictionTransformer<MlpBinaryModel>>(
        context,
        content.Form.Link == Link.Logistic || content.Calibration is not null ? new MlpBinaryProbabilityModel(context, content) : new MlpBinaryModel(context, content),
        schema);

    public static ITransformer Multiclass(MLContext context, ModelContent content, DataViewSchema schema) =>
        Make<MulticlassPredictionTransformer<MlpMulticlassModel>>(context, new MlpMulticlassModel(context, content), schema, "Label");

    private static ITransformer Make<T>(MLContext context, object model, DataViewSchema schema, params object[] more)
        where T : ITransformer
    {
        ConstructorInfo constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(candidate => candidate.GetParameters() is [_, _, _, { Name: "featureColumn" }, ..])
            .MinBy(candidate => candidate.GetParameters().Length)!;
        object?[] arguments = [context, model, schema, "Features", .. more];
        return (ITransformer)constructor.Invoke([.. arguments, .. constructor.GetParameters().Skip(arguments.Length).Select(parameter => parameter.DefaultValue)]);
    }
}
