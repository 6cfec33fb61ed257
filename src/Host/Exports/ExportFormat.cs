namespace MLNet.LossExperiments.Host.Exports;

/// <summary>What a model can be made into.</summary>
internal enum ExportFormat
{
    /// <summary>A model for ONNX Runtime and others.</summary>
    Onnx,

    /// <summary>A C# project that predicts.</summary>
    CSharp,

    /// <summary>The network as numbers.</summary>
    Json,
}
