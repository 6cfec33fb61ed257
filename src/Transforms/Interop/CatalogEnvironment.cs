using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.LossExperiments.Interop;

/// <summary>Finds the environment behind <c>mlContext.SomeTask.Trainers</c> and <c>mlContext.Transforms</c>.</summary>
internal static class CatalogEnvironment
{
    public static IHostEnvironment Of(TrainCatalogBase.CatalogInstantiatorBase trainers) => CatalogUtils.GetEnvironment(trainers);

    public static IHostEnvironment Of(TransformsCatalog transforms) => CatalogUtils.GetEnvironment(transforms);
}
