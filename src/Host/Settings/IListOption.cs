namespace MLNet.LossExperiments.Host.Settings;

/// <summary>An option whose value is a list that is not written with commas.</summary>
internal interface IListOption
{
    /// <summary>What stands between the items.</summary>
    char Separator { get; }
}
