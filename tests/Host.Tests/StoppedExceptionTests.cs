namespace MLNet.LossExperiments.Host.Tests;

public class StoppedExceptionTests
{
    [Fact]
    public void ThrowIfStopped_Stopped_SaysWhatIsSaved()
    {
        using var stop = new CancellationTokenSource();
        StoppedException.ThrowIfStopped("All but the report is in run.", stop.Token);
        stop.Cancel();
        Assert.Equal("All but the report is in run.", Assert.Throws<StoppedException>(() => StoppedException.ThrowIfStopped("All but the report is in run.", stop.Token)).Message);
    }
}
