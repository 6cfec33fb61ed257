using TorchSharp;

#pragma warning disable RS0030 // Only here may numbers become scalars: each is held until its operation is over.

namespace MLNet.LossExperiments.Native;

/// <summary>
/// Arithmetic of tensors and numbers that is safe beside other threads. TorchSharp turns a number into a native scalar and lets go of it while libtorch still reads it; when another
/// thread's allocations start a garbage collection just then, the finalizer frees the scalar in the middle of the operation, which then fails or computes with whatever is there. Its
/// operators <c>+</c> on tensors and all operators on numbers do so, as does <c>square()</c>. Here every scalar lives until the operation is over.
/// </summary>
public static class SafeArithmetic
{
    /// <summary>a + b.</summary>
    public static torch.Tensor Plus(this torch.Tensor a, torch.Tensor b)
    {
        using Scalar one = 1;
        return a.add(b, one);
    }

    /// <summary>a + number.</summary>
    public static torch.Tensor Plus(this torch.Tensor a, double number)
    {
        using Scalar value = number, one = 1;
        return a.add(value, one);
    }

    /// <summary>a · number.</summary>
    public static torch.Tensor Times(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.mul(value);
    }

    /// <summary>number − a.</summary>
    public static torch.Tensor SubtractedFrom(this torch.Tensor a, double number) => a.neg().PlusInPlace(number);

    /// <summary>a².</summary>
    public static torch.Tensor Squared(this torch.Tensor a) => a.mul(a);

    /// <summary>a ← a + factor · b.</summary>
    public static torch.Tensor PlusInPlace(this torch.Tensor a, torch.Tensor b, double factor = 1)
    {
        using Scalar value = factor;
        return a.add_(b, value);
    }

    /// <summary>a ← a + number.</summary>
    public static torch.Tensor PlusInPlace(this torch.Tensor a, double number)
    {
        using Scalar value = number, one = 1;
        return a.add_(value, one);
    }

    /// <summary>a ← a · number.</summary>
    public static torch.Tensor TimesInPlace(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.mul_(value);
    }

    /// <summary>a ← a + factor · b².</summary>
    public static torch.Tensor PlusSquareInPlace(this torch.Tensor a, torch.Tensor b, double factor)
    {
        using Scalar value = factor;
        return a.addcmul_(b, b, value);
    }

    /// <summary>a ← a + factor · b · c.</summary>
    public static torch.Tensor PlusProductInPlace(this torch.Tensor a, torch.Tensor b, torch.Tensor c, double factor)
    {
        using Scalar value = factor;
        return a.addcmul_(b, c, value);
    }

    /// <summary>a ← a + factor · b / c.</summary>
    public static torch.Tensor PlusQuotientInPlace(this torch.Tensor a, torch.Tensor b, torch.Tensor c, double factor)
    {
        using Scalar value = factor;
        return a.addcdiv_(b, c, value);
    }

    /// <summary>a ← number.</summary>
    public static torch.Tensor FillInPlace(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.fill_(value);
    }

    /// <summary>The smaller of a and number.</summary>
    public static torch.Tensor AtMost(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.clamp_max(value);
    }

    /// <summary>The greater of a and number.</summary>
    public static torch.Tensor AtLeast(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.clamp_min(value);
    }

    /// <summary>Whether a &gt; number.</summary>
    public static torch.Tensor IsAbove(this torch.Tensor a, double number)
    {
        using Scalar value = number;
        return a.gt(value);
    }

    /// <summary>log(1 + eᵃ), which is −log σ(−a).</summary>
    public static torch.Tensor SoftPlus(this torch.Tensor a) => a.neg().log_sigmoid().neg();
}
