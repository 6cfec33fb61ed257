using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MLNet.LossExperiments.Host.Tests.Output;

/// <summary>What the documentation comments say of a type that is written as JSON, and of its fields.</summary>
internal static partial class DocumentedType
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The fields in the order in which they are written.</summary>
    public static IReadOnlyList<PropertyInfo> FieldsOf(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is not null)];

    public static string NameOf(PropertyInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    /// <summary>What a field means, in one line.</summary>
    public static string Describe(PropertyInfo field)
    {
        Dictionary<string, XElement> members = MembersOf(field.DeclaringType!.Assembly);
        string type = field.DeclaringType.FullName!.Replace('+', '.');
        XElement? text = members.GetValueOrDefault($"T:{type}")?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == field.Name)
            ?? members.GetValueOrDefault($"P:{type}.{field.Name}")?.Element("summary");
        return text is null ? throw new InvalidOperationException($"{type}.{field.Name} has no documentation comment.") : Plain(text);
    }

    /// <summary>What a type is, in one line.</summary>
    public static string Describe(Type type) => Plain(MembersOf(type.Assembly)[$"T:{type.FullName!.Replace('+', '.')}"].Element("summary")!);

    /// <summary>The kind of a field's value, for people.</summary>
    /// <param name="field">The field.</param>
    /// <param name="link">Leads to where a record is described.</param>
    public static string KindOf(PropertyInfo field, Func<Type, string> link) =>
        $"{KindOf(field.PropertyType, link)}{(CanBeNull(field) ? " or null" : "")}";

    /// <summary>The record that a field holds, alone or in a list; null for plain values.</summary>
    public static Type? RecordIn(PropertyInfo field)
    {
        Type type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        while (type.IsGenericType)
            type = type.GetGenericArguments()[^1];
        return type.Assembly.GetName().Name!.StartsWith("System", StringComparison.Ordinal) || type.IsEnum ? null : type;
    }

    // A double that is not finite is written as null.
    private static bool CanBeNull(PropertyInfo field) =>
        Nullable.GetUnderlyingType(field.PropertyType) is not null || field.PropertyType == typeof(double) || (!field.PropertyType.IsValueType && Nullability.Create(field).ReadState == NullabilityState.Nullable);

    private static string KindOf(Type type, Func<Type, string> link) => Nullable.GetUnderlyingType(type) is { } inner ? KindOf(inner, link) : type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(long) => "whole number",
        _ when type == typeof(double) || type == typeof(float) => "number",
        _ when type == typeof(object) => "text or list",
        _ when type.IsEnum => string.Join(" or ", Enum.GetNames(type)),
        _ when type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string) => $"by name: {KindOf(value, link)}",
        _ when type.IsGenericType => $"list of {KindOf(type.GetGenericArguments()[0], link)}",
        _ => link(type),
    };

    private static Dictionary<string, XElement> MembersOf(Assembly assembly)
    {
        lock (Read)
        {
            if (!Read.TryGetValue(assembly, out Dictionary<string, XElement>? members))
            {
                XDocument document = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
                Read[assembly] = members = document.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
            }
            return members;
        }
    }

    private static string Plain(XElement text)
    {
        IEnumerable<string> parts = text.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" or "paramref" or "seealso" } reference => ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name"))!.Split('.')[^1],
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement other => other.Value,
            _ => node.ToString(),
        });
        return Spaces().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
