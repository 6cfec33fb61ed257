using System.Net;
using System.Net.Http.Headers;
using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Downloads;

/// <summary>Asks a server once for what is missing of a file, and appends it.</summary>
/// <param name="client">Asks.</param>
/// <param name="progress">Shows how it goes.</param>
/// <param name="patience">How long the server may say nothing.</param>
internal sealed class HttpTransfer(HttpClient client, WorkProgress progress, TimeSpan patience)
{
    private const int BufferLength = 1 << 16;

    /// <summary>Receives a file, from where the last attempt ended.</summary>
    /// <param name="address">The file's address.</param>
    /// <param name="part">What is there of it, if anything; grows.</param>
    /// <param name="most">The greatest length that the file can have.</param>
    /// <param name="stop">Ends it; what has come stays.</param>
    /// <exception cref="DownloadException">It did not work.</exception>
    public void Receive(Uri address, string part, long most, CancellationToken stop)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silence.CancelAfter(patience);
        try
        {
            long have = File.Exists(part) ? new FileInfo(part).Length : 0;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (have > 0)
                request.Headers.Range = new RangeHeaderValue(have, null);
            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && response.Content.Headers.ContentRange?.Length == have)
                return;
            long start = Start(response, have);
            var work = new Work($"downloading {(start > 0 ? "the rest of " : "")}{Path.GetFileName(address.AbsolutePath)}", "bytes", response.Content.Headers.ContentLength);
            progress.Watch(work, report => AppendAsync(response, part, start, most, report, silence).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new DownloadException($"the server said nothing for {patience.TotalSeconds:0} s", DownloadFault.Passing, e);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw new DownloadException(e.Message.TrimEnd('.'), DownloadFault.Passing, e);
        }
    }

    /// <summary>Where what comes begins in the file.</summary>
    private static long Start(HttpResponseMessage response, long have)
    {
        int status = (int)response.StatusCode;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return 0;
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange?.From == have:
                return have;
            // What is there does not belong to that file, or the server counts otherwise: the caller starts anew.
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                throw new DownloadException("the server cannot go on where the download ended", DownloadFault.Spoilt);
            default:
                bool isPassing = status >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
                throw new DownloadException($"the server answered {status} ({response.ReasonPhrase})", isPassing ? DownloadFault.Passing : DownloadFault.Refused);
        }
    }

    /// <returns>The number of bytes that have come.</returns>
    private async Task<long> AppendAsync(HttpResponseMessage response, string part, long start, long most, Action<long> report, CancellationTokenSource silence)
    {
        var buffer = new byte[BufferLength];
        long come = 0;
        using Stream content = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        using FileStream file = OpenPart(part, start);
        for (int length; (length = await content.ReadAsync(buffer, silence.Token).ConfigureAwait(false)) > 0;)
        {
            silence.CancelAfter(patience);
            come += length;
            if (start + come > most)
                throw new DownloadException($"what comes is longer than the {most} bytes that the file can have", DownloadFault.Spoilt);
            WriteTo(file, buffer.AsSpan(0, length));
            report(come);
        }
        return come;
    }

    private static FileStream OpenPart(string part, long have)
    {
        try
        {
            var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write);
            file.SetLength(have);
            file.Position = have;
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Failure($"{part} cannot be written: {e.Message}", e);
        }
    }

    private static void WriteTo(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException e)
        {
            throw CommandException.Failure($"{file.Name} cannot be written: {e.Message}", e);
        }
    }
}
