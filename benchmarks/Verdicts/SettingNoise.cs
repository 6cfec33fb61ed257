namespace MLNet.LossExperiments.Verdicts;

/// <summary>How settings vary on a split, beside what they have in common.</summary>
internal enum SettingNoise
{
    /// <summary>Each by itself, all as much.</summary>
    Alike,

    /// <summary>Groups of settings much alike, as of one loss with different learning rates.</summary>
    Clustered,

    /// <summary>Some little, some much, with correlations of all sizes.</summary>
    Mixed,
}
