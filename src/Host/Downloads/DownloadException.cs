namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>A file cannot be had from an address. The message says why, without a full stop.</summary>
internal sealed class DownloadException(string reason, DownloadFault fault, Exception? inner = null) : Exception(reason, inner)
{
    public DownloadFault Fault => fault;
}
