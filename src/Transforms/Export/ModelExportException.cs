namespace MLNet.LossExperiments.Export;

/// <summary>A model cannot be exported; the message says which part of it stands in the way, and what can be done.</summary>
public sealed class ModelExportException : Exception
{
    internal ModelExportException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
