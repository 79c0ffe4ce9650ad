//! Number formats.

use crate::q;
use crate::units::Information;

/// A number format that hardware computes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// IEEE 754 single precision.
    Fp32,
    /// 10 bits of fraction and the exponent of FP32, kept in 32 bits.
    Tf32,
    /// IEEE 754 half precision.
    Fp16,
    /// 7 bits of fraction and the exponent of FP32.
    Bf16,
    /// 8-bit floating point, E4M3 or E5M2.
    Fp8,
    /// 4-bit floating point.
    Fp4,
    /// 8-bit integers.
    Int8,
    /// 4-bit integers.
    Int4,
    /// 8-bit integers with an exponent for each block (OCP microscaling).
    Mxint8,
    /// 4-bit integers with an exponent for each block.
    Mxint4,
}

impl Precision {
    /// The name as datasheets print it, in lower case.
    ///
    /// ```
    /// use mlsysim::core::constants::Precision;
    /// assert_eq!(Precision::Bf16.name(), "bf16");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Precision::Fp32 => "fp32",
            Precision::Tf32 => "tf32",
            Precision::Fp16 => "fp16",
            Precision::Bf16 => "bf16",
            Precision::Fp8 => "fp8",
            Precision::Fp4 => "fp4",
            Precision::Int8 => "int8",
            Precision::Int4 => "int4",
            Precision::Mxint8 => "mxint8",
            Precision::Mxint4 => "mxint4",
        }
    }

    /// The memory that one value takes, a block's shared exponent not counted.
    ///
    /// ```
    /// use mlsysim::core::constants::Precision;
    /// use mlsysim::unit;
    /// assert_eq!(Precision::Fp16.size(), unit::B + unit::B);
    /// ```
    pub const fn size(self) -> Information {
        match self {
            Precision::Fp32 | Precision::Tf32 => q!(4 B),
            Precision::Fp16 | Precision::Bf16 => q!(2 B),
            Precision::Fp8 | Precision::Int8 | Precision::Mxint8 => q!(1 B),
            Precision::Fp4 | Precision::Int4 | Precision::Mxint4 => q!(4 bits),
        }
    }
}
