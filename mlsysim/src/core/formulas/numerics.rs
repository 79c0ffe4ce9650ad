//! Number formats and quantization.

use crate::formula;

use crate::units::{Count, Information, Ratio};

/// The step of an asymmetric integer grid from the lowest to the highest value.
///
/// The highest value is above the lowest.
///
/// Source: Jacob et al. (2018), "Quantization and Training of Neural Networks for Efficient
/// Integer-Arithmetic-Only Inference", CVPR, section 2.1.
///
/// ```
/// use mlsysim::{check, core::formulas::numerics::affine_scale};
/// check! {
///     /// Eight bits from -1 to 2 step by {}.
///     step: affine_scale(-1, 2, 8 bits) ~= 0.0118;
/// }
/// ```
#[formula(symbol = "s")]
pub const fn affine_scale(
    #[symbol = r"\alpha"] lowest: Ratio,
    #[symbol = r"\beta"] highest: Ratio,
    #[symbol = "b"]
    #[domain(>= 0.125)]
    code: Information,
) -> Ratio {
    (highest - lowest) / (2 ^ (code / q!(1 bit)) - 1)
}

/// The step of a symmetric signed integer grid that reaches the largest magnitude.
///
/// The most negative code goes unused, so that zero is the middle.
///
/// Source: Wu et al. (2020), "Integer Quantization for Deep Learning Inference: Principles and
/// Empirical Evaluation", section 3.1.2.
///
/// ```
/// use mlsysim::{check, core::formulas::numerics::symmetric_scale};
/// check! {
///     /// Eight bits up to 6.35 step by {}.
///     step: symmetric_scale(6.35, 8 bits) ~= 0.05;
/// }
/// ```
#[formula(symbol = "s")]
pub const fn symmetric_scale(
    #[symbol = r"|x|_{\text{max}}"]
    #[domain(>= 0)]
    largest: Ratio,
    #[symbol = "b"]
    #[domain(>= 0.25)]
    code: Information,
) -> Ratio {
    largest / (2 ^ (code / q!(1 bit) - 1) - 1)
}

/// The gap between a value and the next larger one of a binary floating-point format.
///
/// Values share a gap between two powers of two, and below the smallest normal
/// number. An update of less than half a gap is lost. Values beyond the largest
/// of the format are not caught.
///
/// Source: IEEE (2019), "IEEE Standard for Floating-Point Arithmetic", 754-2019, section 3.3;
/// Goldberg (1991), "What Every Computer Scientist Should Know About Floating-Point Arithmetic".
///
/// ```
/// use mlsysim::{check, core::formulas::numerics::float_spacing};
/// check! {
///     /// BF16 next to 1 has a gap of {}.
///     bf16: float_spacing(1, 8, 7) ~= 0.0078;
/// }
/// ```
#[formula(symbol = r"\text{ulp}")]
pub const fn float_spacing(
    #[symbol = "x"] value: Ratio,
    #[symbol = "e"]
    #[domain(>= 2)]
    exponent_bits: Count,
    #[symbol = "f"]
    #[domain(>= 1)]
    fraction_bits: Count,
) -> Ratio {
    2 ^ (max(floor(log2(abs(value))), 2 - 2 ^ (exponent_bits - 1)) - fraction_bits)
}

/// What a weight takes in a format in which a block of weights shares a scale.
///
/// Source: Dettmers et al. (2023), "QLoRA: Efficient Finetuning of Quantized LLMs", section 3 (there
/// for blocks of 64).
///
/// ```
/// use mlsysim::{check, core::formulas::numerics::block_weight_size};
/// check! {
///     /// Four bits with a scale of 16 for every 32 weights are {}.
///     q4: block_weight_size(32, 4 bits, 16 bits) ~= 4.5 bits;
/// }
/// ```
#[formula(symbol = "b")]
pub const fn block_weight_size(
    #[symbol = "n"]
    #[domain(>= 1)]
    block: Count,
    #[symbol = "b_q"]
    #[domain(>= 0)]
    code: Information,
    #[symbol = "b_s"]
    #[domain(>= 0)]
    scale: Information,
) -> Information {
    (scale + block * code) / block
}
