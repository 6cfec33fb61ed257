using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MLNet.LossExperiments.Host.Tests.Downloads;

/// <summary>A server on this machine that gives files, whole or from a place on, and can be made to fail.</summary>
internal sealed class ContentServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Action<HttpListenerContext>> _faults = new();
    private readonly ConcurrentQueue<string> _requests = new();

    public ContentServer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Address = new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), port, "files/").Uri;
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    public Dictionary<string, byte[]> Files { get; } = [];

    public bool IgnoresRanges { get; init; }

    /// <summary>The name of each file that was asked for, with the range if there was one.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Answers the next request with a status.</summary>
    public void FailNext(int status) => _faults.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Close();
    });

    /// <summary>Sends the first bytes of the next file that is asked for, then breaks the connection, or falls silent.</summary>
    public void CutNext(int length, bool staysOpen = false) => _faults.Enqueue(context =>
    {
        byte[] content = Files[NameOf(context)];
        context.Response.ContentLength64 = content.Length;
        context.Response.OutputStream.Write(content, 0, length);
        context.Response.OutputStream.Flush();
        if (staysOpen)
            return;
        // What was sent shall arrive before the break does.
        Thread.Sleep(100);
        context.Response.Abort();
    });

    public void Dispose() => _listener.Close();

    private static string NameOf(HttpListenerContext context) => Path.GetFileName(context.Request.Url!.AbsolutePath);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _requests.Enqueue($"{NameOf(context)} {context.Request.Headers["Range"]}".Trim());
            if (_faults.TryDequeue(out Action<HttpListenerContext>? fail))
                fail(context);
            else
                Answer(context);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        HttpListenerResponse response = context.Response;
        if (!Files.TryGetValue(NameOf(context), out byte[]? content))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            response.Close();
            return;
        }
        int start = 0;
        if (!IgnoresRanges && context.Request.Headers["Range"] is { } range)
        {
            start = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
            response.StatusCode = start < content.Length ? (int)HttpStatusCode.PartialContent : (int)HttpStatusCode.RequestedRangeNotSatisfiable;
            response.AddHeader("Content-Range", start < content.Length ? $"bytes {start}-{content.Length - 1}/{content.Length}" : $"bytes */{content.Length}");
        }
        response.Close(start < content.Length ? content[start..] : [], willBlock: true);
    }
}
