using System.Reflection;

namespace MLNet.LossExperiments.Host.Repeating;

/// <summary>Writes what a static method makes as the call of that method: <c>Optimizer.AdamW(learningRate: 0.003)</c>.</summary>
internal static class FactoryCode
{
    /// <param name="made">What is written: a record whose properties are called as the method's parameters.</param>
    /// <param name="maker">The type whose methods make records of this kind.</param>
    public static string Of(object made, Type maker)
    {
        MethodInfo method = maker.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(method => method.ReturnType == made.GetType());
        ParameterInfo[] parameters = method.GetParameters();
        object?[] values = [.. parameters.Select(parameter => PropertyOf(made, parameter).GetValue(made))];
        IEnumerable<string> arguments = parameters.Zip(values, (parameter, value) => (parameter, value))
            .Where(pair => !pair.parameter.HasDefaultValue || !Equals(pair.parameter.DefaultValue, pair.value))
            .Select(pair => $"{pair.parameter.Name}: {ValueCode.Of(pair.value)}");
        string call = $"{maker.Name}.{method.Name}({string.Join(", ", arguments)})";
        IReadOnlyList<string> others = RecordCode.Assignments(made, method.Invoke(null, values)!);
        return others.Count == 0 ? call : $"{call} with {{ {string.Join(", ", others)} }}";
    }

    private static PropertyInfo PropertyOf(object made, ParameterInfo parameter) =>
        made.GetType().GetProperties().Single(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
}
