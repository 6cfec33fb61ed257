namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>What a download failed of.</summary>
internal enum DownloadFault
{
    /// <summary>The connection or a busy server: trying again may help.</summary>
    Passing,

    /// <summary>The server does not have the file, or does not give it.</summary>
    Refused,

    /// <summary>What has come of the file does not belong to it.</summary>
    Spoilt,
}
