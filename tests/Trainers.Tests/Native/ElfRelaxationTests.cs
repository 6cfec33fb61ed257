using System.Text;
using MLNet.LossExperiments.Native;

namespace MLNet.LossExperiments.Tests.Native;

public class ElfRelaxationTests
{
    // On other systems than Linux the file is not there, and nothing is ever relaxed.
    private static byte[]? Library => NativeFolders.Find("libLibTorchSharp.so") is { } file ? File.ReadAllBytes(file) : null;

    [Fact]
    public void TryRelax_LibTorchSharp_ChangesTheVersionTheBindingAndTheName()
    {
        if (Library is not { } original)
        {
            Assert.False(OperatingSystem.IsLinux());
            return;
        }
        byte[] image = [.. original];

        Assert.True(ElfRelaxation.TryRelax(image));

        int[] changed = [.. Enumerable.Range(0, image.Length).Where(i => image[i] != original[i])];
        // One bit of flags, at most two bytes of binding, the seven of "getpid" and its end.
        Assert.InRange(changed.Length, 3, 10);
        Assert.Single(changed, i => (image[i] ^ original[i]) == 2 && image[i + 1] == original[i + 1] && (image[i] & 2) == 2);
        // The name may stand elsewhere too, in tables that the loader does not read.
        byte[] symbol = Encoding.ASCII.GetBytes(ElfRelaxation.Symbol);
        Assert.Equal(original.AsSpan().Count(symbol) - 1, image.AsSpan().Count(symbol));
    }

    [Fact]
    public void TryRelax_AlreadyRelaxed_IsLeftAlone()
    {
        if (Library is not { } image)
        {
            Assert.False(OperatingSystem.IsLinux());
            return;
        }
        Assert.True(ElfRelaxation.TryRelax(image));
        byte[] once = [.. image];
        Assert.False(ElfRelaxation.TryRelax(image));
        Assert.Equal(once, image);
    }

    [Fact]
    public void TryRelax_LibraryWithoutTheDemand_IsLeftAlone()
    {
        if (NativeFolders.Find("libc10.so") is not { } file)
        {
            Assert.False(OperatingSystem.IsLinux());
            return;
        }
        byte[] image = File.ReadAllBytes(file);
        byte[] original = [.. image];
        Assert.False(ElfRelaxation.TryRelax(image));
        Assert.Equal(original, image);
    }

    [Fact]
    public void TryRelax_Truncated_IsLeftAlone()
    {
        if (Library is not { } original)
        {
            Assert.False(OperatingSystem.IsLinux());
            return;
        }
        for (int length = 0; length < original.Length - 64; length += length < 4096 ? 7 : 50_021)
        {
            byte[] image = original[..length];
            Assert.False(ElfRelaxation.TryRelax(image), $"relaxed {length} bytes");
            Assert.Equal(original[..length], image);
        }
    }

    [Fact]
    public void TryRelax_HeaderDamaged_NeverThrows()
    {
        byte[] source = Library ?? [.. Enumerable.Repeat((byte)0x7F, 4096)];
        for (int i = 0; i < 64; i++)
        {
            byte[] image = [.. source];
            image[i] ^= 0xFF;
            ElfRelaxation.TryRelax(image);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ")]
    [InlineData("not a library at all, but a text of more than sixty-four characters, so that a header would fit in")]
    public void TryRelax_NoElf_IsLeftAlone(string text) => Assert.False(ElfRelaxation.TryRelax(Encoding.ASCII.GetBytes(text)));
}
