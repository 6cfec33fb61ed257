using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Reports;
using Spectre.Console;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Draws a bar that moves with the epochs, and takes it away at the end.</summary>
internal sealed class LiveProgress(IAnsiConsole console) : FitProgress
{
    public override T Watch<T>(Func<ITrainingObserver, T> fit) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(bars => fit(new Observer(bars)));

    private sealed class Observer(ProgressContext bars) : ITrainingObserver
    {
        private EpochLine? _line;
        private ProgressTask? _bar;

        public void FitStarted(FitStart start)
        {
            _line = new EpochLine(start);
            _bar = bars.AddTask("training", maxValue: start.Epochs);
        }

        public void EpochEnded(EpochRecord epoch, int member)
        {
            _bar!.Value = epoch.Epoch;
            _bar.Description = Markup.Escape(VisibleText.Clean(_line!.Describe(epoch)));
        }
    }
}
