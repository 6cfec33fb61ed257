namespace MLNet.LossExperiments.Host.Formats;

/// <summary>The types of values that an IDX file may hold, by the byte that stands for them in the file.</summary>
internal enum IdxType : byte
{
    /// <summary>8 bits, from 0 to 255.</summary>
    UByte = 0x08,

    /// <summary>8 bits, from -128 to 127.</summary>
    SByte = 0x09,

    /// <summary>16 bits with sign.</summary>
    Short = 0x0B,

    /// <summary>32 bits with sign.</summary>
    Int = 0x0C,

    /// <summary>A floating-point number of 32 bits.</summary>
    Float = 0x0D,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double = 0x0E,
}
