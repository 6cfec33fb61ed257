using MLNet.LossExperiments.Models;

namespace MLNet.LossExperiments.Persistence;

/// <summary>
/// The binary format of a model inside an ML.NET model file. Little-endian; strings as <see cref="BinaryWriter"/> writes them.
/// Form: int link, int targets, int levels and as many doubles, int target names (-1 where the label is no vector) and as many strings; calibration (CalibrationFormat); int members, then for each a network (NetworkFormat) and a history (HistoryFormat).
/// </summary>
internal static class ModelContentFormat
{
    private const int MostMembers = 100_000;
    private const int MostTargets = 1_000_000;

    public static void Write(BinaryWriter writer, ModelContent content)
    {
        writer.Write((int)content.Form.Link);
        writer.Write(content.Form.TargetCount);
        writer.Write(content.Form.QuantileLevels.Count);
        foreach (double level in content.Form.QuantileLevels)
            writer.Write(level);
        writer.Write(content.Form.TargetNames?.Count ?? -1);
        foreach (string name in content.Form.TargetNames ?? [])
            writer.Write(name);
        CalibrationFormat.Write(writer, content.Calibration);
        writer.Write(content.Members.Count);
        foreach (FittedMember member in content.Members)
        {
            NetworkFormat.Write(writer, member.Network);
            HistoryFormat.Write(writer, member.History);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a model.</exception>
    public static ModelContent Read(BinaryReader reader)
    {
        try
        {
            PredictionForm form = ReadForm(reader);
            ScoreCalibration? calibration = CalibrationFormat.Read(reader);
            int count = reader.ReadInt32();
            if (count is < 1 or > MostMembers)
                throw new InvalidDataException($"The number of networks, {count}, is not between 1 and {MostMembers}.");
            var members = new List<FittedMember>();
            for (int i = 0; i < count; i++)
                members.Add(new FittedMember(NetworkFormat.Read(reader), HistoryFormat.Read(reader)));
            CheckMembers(members, form);
            return new ModelContent(members, form, calibration);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The neural network in this model file is damaged. {e.Message}", e);
        }
    }

    private static PredictionForm ReadForm(BinaryReader reader)
    {
        var link = (Link)reader.ReadInt32();
        if (!Enum.IsDefined(link))
            throw new InvalidDataException($"{(int)link} is not the number of a link.");
        int targets = reader.ReadInt32();
        int levelCount = reader.ReadInt32();
        if (targets is < 1 or > MostTargets || levelCount is < 0 or > MostTargets || (levelCount > 0) != (link == Link.Quantiles))
            throw new InvalidDataException($"{targets} targets and {levelCount} quantile levels are not possible with the link {link}.");
        var levels = new List<double>();
        for (int i = 0; i < levelCount; i++)
        {
            levels.Add(reader.ReadDouble());
            if (levels[i] is not (> 0 and < 1) || (i > 0 && levels[i] <= levels[i - 1]))
                throw new InvalidDataException($"The quantile level {levels[i]} is not between 0 and 1, or not in order.");
        }
        int nameCount = reader.ReadInt32();
        if (nameCount is not -1 and not 0 && nameCount != targets)
            throw new InvalidDataException($"{nameCount} names do not fit {targets} targets.");
        var names = new List<string>();
        for (int i = 0; i < nameCount; i++)
            names.Add(reader.ReadString());
        return new PredictionForm(link, targets, levels, nameCount < 0 ? null : names);
    }

    private static void CheckMembers(List<FittedMember> members, PredictionForm form)
    {
        MlpNetwork first = members[0].Network;
        int perTarget = form.Link switch
        {
            Link.MeanAndLogVariance or Link.MedianAndLogScale => 2,
            Link.Quantiles => form.QuantileLevels.Count,
            _ => 1,
        };
        if (form.TargetCount > 1 || perTarget > 1 ? first.OutputCount != (long)form.TargetCount * perTarget : form.Link == Link.Exponential && first.OutputCount != 1)
            throw new InvalidDataException($"A network with {first.OutputCount} outputs does not fit {form.TargetCount} targets of {perTarget} outputs each.");
        if (members.Any(member => member.Network.FeatureCount != first.FeatureCount || member.Network.OutputCount != first.OutputCount || !member.Network.HiddenSizes.SequenceEqual(first.HiddenSizes)))
            throw new InvalidDataException("The networks of an ensemble have different sizes.");
    }
}
