using Microsoft.Playwright;

namespace MLNet.LossExperiments.Reports.Tests.Rendering;

/// <summary>A page that was opened, and all that it complained about or asked for.</summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public OpenedReport(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, Address) = (context, page, address);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public string Address { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>What sticks out of the page on the right, outside of boxes that scroll.</summary>
    public Task<string[]> SticksOutAsync() => Page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
          .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, pre, svg"))
          .map(element => `${element.tagName}.${element.className} ${element.textContent.slice(0, 30)}`).concat("page")
        """);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
