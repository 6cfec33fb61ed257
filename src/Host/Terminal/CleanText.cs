using MLNet.LossExperiments.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLNet.LossExperiments.Host.Terminal;

/// <summary>Cleans all text on its way to a console, whoever wrote it, so that no name or cell of a file can steer the terminal. The console's own codes pass.</summary>
internal sealed class CleanText : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(renderable => new Cleaned(renderable));

    private sealed class Cleaned(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(Clean);

        private static Segment Clean(Segment segment)
        {
            if (segment.IsControlCode || segment.IsLineBreak)
                return segment;
            string text = VisibleText.Clean(segment.Text);
            return ReferenceEquals(text, segment.Text) ? segment : new Segment(text, segment.Style);
        }
    }
}
