using MLNet.LossExperiments.Host.Terminal;

namespace MLNet.LossExperiments.Host.Output;

/// <summary>Chooses the folder of a run so that no other run, and nobody's files, are lost.</summary>
/// <param name="wish">The folder as the command line names it.</param>
/// <param name="isForced">Whether another run there may be replaced.</param>
/// <param name="screen">Is told where the folder is another than wished.</param>
internal sealed class RunFolderChoice(RunFolder wish, bool isForced, Screen screen)
{
    /// <summary>The folder for a new run: the one wished, or where that is taken, the first with a number that is free.</summary>
    /// <param name="own">Files that this run itself reads or writes, such as its checkpoint; a folder with nothing else in it is not taken.</param>
    /// <exception cref="CommandException">It is forced, but the folder holds other files only.</exception>
    public RunFolder ForNewRun(params IEnumerable<string?> own)
    {
        if (wish.Recover())
            screen.Note($"{wish.Path} was left aside by a run that was ended while it replaced it, and is back.");
        HashSet<string> inside = [.. own.OfType<string>().Select(Path.GetFullPath).Where(path => path.StartsWith(Path.GetFullPath(wish.Path) + Path.DirectorySeparatorChar, StringComparison.Ordinal))];
        if (!wish.IsTaken)
            return inside.Count == 0 ? wish : wish.Replacing();
        if (HoldsOnly(inside))
            return wish.Replacing();
        if (isForced)
            return Forced();
        RunFolder free = wish.FirstFree();
        screen.Note($"{wish.Path} is there already, so the results go to {free.Path}. To replace what is there, add --force.");
        return free;
    }

    /// <summary>The folder for a run that may go on with what an earlier one, of the same inputs, has left.</summary>
    /// <param name="isOfThisRun">Whether a folder holds that.</param>
    /// <exception cref="CommandException">It is forced, but the folder holds other files only.</exception>
    public RunFolder ForContinuedRun(Func<RunFolder, bool> isOfThisRun) =>
        wish.Numbered().Prepend(wish).TakeWhile(folder => folder.IsTaken).FirstOrDefault(isOfThisRun) is { } mine
            ? mine.Replacing()
            : ForNewRun();

    private RunFolder Forced() => wish.HoldsOwn
        ? wish.Replacing()
        : throw CommandException.Failure($"{wish.Path} holds none of the files that this command writes, so --force does not replace it. Name another folder, or move this one away.");

    private bool HoldsOnly(HashSet<string> own) => Directory.Exists(wish.Path) && !wish.HoldsOwn && Directory.EnumerateFiles(Path.GetFullPath(wish.Path), "*", SearchOption.AllDirectories).All(own.Contains);
}
