using System.Globalization;
using System.Reflection;
using MLNet.LossExperiments.Host.Exports;
using MLNet.LossExperiments.Losses;
using MLNet.LossExperiments.Metrics;
using MLNet.LossExperiments.Models;
using MLNet.LossExperiments.Optimizers;
using MLNet.LossExperiments.Schedules;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes the value of an option as C#.</summary>
internal static class ValueCode
{
    private static readonly Type[] MetricClasses = [typeof(RegressionMetric), typeof(BinaryMetric), typeof(MulticlassMetric)];

    /// <exception cref="NotSupportedException">There is no C# that makes the value.</exception>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => CSharpNames.Literal(text),
        Enum name => $"{name.GetType().Name}.{name}",
        TimeSpan time => $"{nameof(TimeSpan)}.{nameof(TimeSpan.FromSeconds)}({Of(time.TotalSeconds)})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Loss loss => loss.Description?.CSharp ?? throw new NotSupportedException($"The loss {loss} is one of the user's own."),
        Metric metric => Of(metric),
        EquivalenceRegion region => $"{nameof(EquivalenceRegion)}.{(region.IsRelative ? nameof(EquivalenceRegion.Relative) : nameof(EquivalenceRegion.Absolute))}({Of(region.Amount)})",
        ValidationMonitor monitor => Of(monitor),
        OutputRange range => Of(range),
        TrainingDevice device => Of(device),
        Optimizer optimizer => FactoryCode.Of(optimizer, typeof(Optimizer)),
        LearningRateSchedule schedule => FactoryCode.Of(schedule, typeof(LearningRateSchedule)),
        System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Of))}]",
        _ => RecordCode.Of(value, "new"),
    };

    private static string Of(Metric metric) =>
        NameOf(metric, MetricClasses) ?? throw new NotSupportedException($"The metric {metric} is that of a loss, which a program cannot name.");

    private static string Of(ValidationMonitor monitor) => ((object?)monitor.Metric ?? monitor.OtherLoss) is { } watched
        ? $"{nameof(ValidationMonitor)}.{nameof(ValidationMonitor.Of)}({Of(watched)})"
        : $"{nameof(ValidationMonitor)}.{nameof(ValidationMonitor.Loss)}";

    private static string Of(OutputRange range) => NameOf(range, typeof(OutputRange)) ?? $"{nameof(OutputRange)}.{nameof(OutputRange.Scaled)}({Of(range.Minimum)}f, {Of(range.Maximum)}f)";

    private static string Of(TrainingDevice device) => NameOf(device, typeof(TrainingDevice)) ?? $"{nameof(TrainingDevice)}.{nameof(TrainingDevice.Cuda)}({device.Index})";

    /// <summary>The static property that holds a value; null where none does.</summary>
    private static string? NameOf(object value, params Type[] holders) =>
        holders.SelectMany(holder => holder.GetProperties(BindingFlags.Public | BindingFlags.Static)).FirstOrDefault(property => value.Equals(property.GetValue(null))) is { } found
            ? $"{found.DeclaringType!.Name}.{found.Name}"
            : null;
}
