using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using MLNet.LossExperiments.Host.Output;
using MLNet.LossExperiments.Host.Tests.Console;
// The validator of schemas has a namespace of the name Json.
using HostJson = MLNet.LossExperiments.Host.Output.Json;

namespace MLNet.LossExperiments.Host.Tests.Output;

/// <summary>docs/console.md and docs/schemas describe the documents as the types are. Run with UPDATE_DOCS=1 to write them anew.</summary>
public class DocumentTests
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    private static readonly string Docs = Path.Combine(Path.GetDirectoryName(Tool.Data)!, "docs");

    public static TheoryData<string> Documents => ["results", "config", "comparison", "evaluation", "model"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Schema_Document_IsThatOfTheType(string document)
    {
        string path = Path.Combine(Docs, "schemas", $"{document}.schema.json");

        string schema = SchemaOf(document).ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = HostJson.Options.Encoder }).ReplaceLineEndings("\n") + "\n";

        if (Updates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, schema);
        }
        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == schema, $"{path} is not what the type says. Run this test with UPDATE_DOCS=1 and commit the file.");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fields_InTheDocs_AreThoseOfTheType(string document)
    {
        string path = Path.Combine(Docs, "console.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n"), begin = $"<!-- fields of {document} -->\n", end = "<!-- end of fields -->";
        int start = text.IndexOf(begin, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{path} has no place for the fields of {document}.");
        int stop = text.IndexOf(end, start, StringComparison.Ordinal);
        string expected = begin + FieldsOf(document), actual = text[start..stop];

        if (Updates && expected != actual)
        {
            File.WriteAllText(path, text[..start] + expected + text[stop..]);
            actual = expected;
        }
        Assert.True(expected == actual, $"The fields of {document} in {path} are not those of the type. Run this test with UPDATE_DOCS=1 and commit the file.\n{expected}");
    }

    private static Type TypeOf(string document) => document switch
    {
        "results" => typeof(ResultsDocument),
        "config" => typeof(ConfigDocument),
        "comparison" => typeof(ComparisonDocument),
        "evaluation" => typeof(EvaluationDocument),
        _ => typeof(ModelDocument),
    };

    private static JsonObject SchemaOf(string document)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
            {
                if (context.TypeInfo.Type == typeof(double))
                    node = new JsonObject { ["type"] = new JsonArray("number", "null") };
                if (node is JsonObject schema && context.PropertyInfo is { } property)
                    schema.Insert(0, "description", DocumentedType.Describe(property.DeclaringType.GetProperties().Single(field => DocumentedType.NameOf(field) == property.Name)));
                return node;
            },
        };
        var root = (JsonObject)HostJson.Options.GetJsonSchemaAsNode(TypeOf(document), options);
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", $"{document} of mlnet-loss");
        root.Insert(2, "description", DocumentedType.Describe(TypeOf(document)));
        return root;
    }

    // A table for the document, then one for each record in it, in the order in which they are met.
    private static string FieldsOf(string name)
    {
        Type document = TypeOf(name);
        var text = new StringBuilder();
        var open = new Queue<Type>([document]);
        var seen = new HashSet<Type> { document };
        while (open.TryDequeue(out Type? type))
        {
            text.Append(type == document ? "" : $"\n#### {name}: {type.Name}\n\n{DocumentedType.Describe(type)}\n").Append("\n| field | is | means |\n|---|---|---|\n");
            foreach (System.Reflection.PropertyInfo field in DocumentedType.FieldsOf(type))
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{DocumentedType.NameOf(field)}` | {DocumentedType.KindOf(field, inner => $"[{inner.Name}](#{name}-{inner.Name.ToLowerInvariant()})")} | {DocumentedType.Describe(field).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
                if (DocumentedType.RecordIn(field) is { } inner && seen.Add(inner))
                    open.Enqueue(inner);
            }
        }
        return text.Append('\n').ToString();
    }
}
