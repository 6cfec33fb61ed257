using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MLNet.LossExperiments.Host.Exports;

/// <summary>Makes a namespace of any text that hides nothing a program would use by its short name: no namespace Path, System or Task.</summary>
internal static class CSharpNamespace
{
    private const string Suffix = "Project";

    // What an SDK project sees without a using, and what the generated files use.
    private static readonly HashSet<string> Used =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "Microsoft.ML", "Microsoft.ML.Data",
    ];

    private static readonly Lazy<HashSet<string>> Taken = new(FindTaken);

    /// <param name="text">The text, such as the name of a folder.</param>
    /// <param name="ownTypes">Types that the namespace itself holds, whose name it must not have.</param>
    public static string Of(string text, IEnumerable<string> ownTypes)
    {
        string name = CSharpNames.Identifier(text, "Model");
        while (Taken.Value.Contains(name) || ownTypes.Contains(name))
            name += Suffix;
        return name;
    }

    // Types of the namespaces in use, and the first parts of all namespaces, of the assemblies that this process may load: the framework's and ML.NET's are among them.
    private static HashSet<string> FindTaken()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Where(File.Exists))
        {
            using FileStream file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (!image.HasMetadata)
                continue;
            MetadataReader metadata = image.GetMetadataReader();
            foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public))
            {
                string space = metadata.GetString(type.Namespace);
                taken.Add(space.Split('.')[0]);
                if (Used.Contains(space))
                    taken.Add(metadata.GetString(type.Name).Split('`')[0]);
            }
        }
        return taken;
    }
}
