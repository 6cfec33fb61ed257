namespace MLNet.LossExperiments.Tests.Features;

public sealed class DateRow
{
    public string? When { get; set; }
}
