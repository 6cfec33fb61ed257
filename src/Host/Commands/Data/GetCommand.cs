using System.CommandLine;
using MLNet.LossExperiments.Host.Downloads;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Settings;

namespace MLNet.LossExperiments.Host.Commands.Data;

/// <summary><c>mlnet-loss data get</c>, the only command that uses the network.</summary>
internal sealed class GetCommand : ConsoleCommand
{
    private readonly Argument<PublicSet> _set = ConsoleArgument.OneOf(
        "SET", $"What to get. {string.Join(" ", PublicSets.All.Select(set => $"{set.Name}: {set.Description}."))}", PublicSets.All, set => set.Name, "There is no set");

    private readonly Option<string?> _output = ConsoleOption.Text("--output", "FOLDER", "Where to put the files. [default: a folder with the set's name]");
    private readonly Option<string?> _from = ConsoleOption.Text(
        "--from", "FOLDER|URL", "A folder that has the files, packed or not, or the address of another mirror. [default: the set's own mirrors]");

    private readonly Option<bool> _json = ConsoleOption.Of("--json", "true|false", "Print what there is now as one JSON document.", SettingText.Truth);

    public GetCommand()
        : base("get", "Download a well-known data set, its files checked by their SHA-256. An interrupted download goes on where it ended. No other command uses the network.")
    {
        _output.Aliases.Add("-o");
        Arguments.Add(_set);
        foreach (Option option in (Option[])[_output, _from, _json])
            Options.Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "mlnet-loss data get mnist",
        "mlnet-loss data get fashion-mnist -o data/fashion",
        "mlnet-loss data get mnist --from https://ossci-datasets.s3.amazonaws.com/mnist/",
        "mlnet-loss data get fashion-mnist --from /usr/share/datasets/fashion-mnist",
    ];

    public override void Run(ParseResult parse, CommandContext context)
    {
        PublicSet set = parse.GetValue(_set)!;
        string folder = parse.GetValue(_output) ?? Path.Combine(".", set.Name);
        if (File.Exists(folder))
            throw CommandException.Failure($"{folder} is a file, but must be a folder.");
        IReadOnlyList<FetchedFile> files = Fetch(set, folder, parse.GetValue(_from), context);
        if (parse.GetValue(_json))
        {
            context.Screen.Result(Json.Write(FetchDocument.Of(set, folder, files)));
            return;
        }
        foreach (FetchedFile file in files.Where(file => file.Source is null))
            context.Screen.Note($"{file.Path} was there already.");
        context.Screen.Result($"{set.Title} is in {folder}: {string.Join(", ", files.Select(file => Path.GetFileName(file.Path)))}");
    }

    private static IReadOnlyList<FetchedFile> Fetch(PublicSet set, string folder, string? from, CommandContext context)
    {
        var fetch = new PublicSetFetch(set, folder);
        return StoppedException.Guard(
            () => set.Files.Any(file => File.Exists(fetch.PartOf(file)) || file.FindIn(folder) is not null),
            $"What has come is in {folder}: run the same command again to go on.",
            () => from is null || from.Contains("://", StringComparison.Ordinal) ? Download(fetch, from is null ? set.Mirrors : [Mirror(from)], context) : Copy(fetch, from, context.Stop));
    }

    private static IReadOnlyList<FetchedFile> Copy(PublicSetFetch fetch, string from, CancellationToken stop) => Directory.Exists(from)
        ? fetch.CopyFrom(from, stop)
        : throw CommandException.Failure($"There is no folder {from}. --from takes a folder, or the address of a mirror, with https:// or http:// before it.");

    private static IReadOnlyList<FetchedFile> Download(PublicSetFetch fetch, IReadOnlyList<Uri> mirrors, CommandContext context)
    {
        using var downloader = new Downloader(context.Screen.WorkProgress(), context.Screen.Note, context.Stop);
        return fetch.Download(mirrors, downloader);
    }

    // With a slash at its end, so that the name of a file is put after it, not in place of its last part.
    private static Uri Mirror(string address) =>
        Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw CommandException.Usage($"--from: '{address}' is not the address of a mirror, which begins with https:// or http:// and names a server.");
}
