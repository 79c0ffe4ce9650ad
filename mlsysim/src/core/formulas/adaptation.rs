//! Fine-tuning a few parameters of a large model.

use crate::formula;

use crate::units::{Count, Information};

/// Parameters of a low-rank update to one weight matrix.
///
/// A projection down to the rank and one up again; the matrix itself stays
/// frozen.
///
/// Source: Hu et al. (2021), "LoRA: Low-Rank Adaptation of Large Language Models", section 4.1.
///
/// ```
/// use mlsysim::{check, core::formulas::adaptation::low_rank_parameters};
/// check! {
///     /// Rank 16 adds {} to a square matrix of 4,096 rows.
///     update: low_rank_parameters(4_096, 4_096, 16) ~= 131_072 parameters;
/// }
/// ```
#[formula(symbol = r"P_{\text{LoRA}}")]
pub const fn low_rank_parameters(
    #[symbol = r"d_{\text{in}}"]
    #[domain(>= 1)]
    inputs: Count,
    #[symbol = r"d_{\text{out}}"]
    #[domain(>= 1)]
    outputs: Count,
    #[symbol = "r"]
    #[domain(>= 1)]
    rank: Count,
) -> Count {
    rank * (inputs + outputs)
}

/// Memory of weights and optimizer state when only a low-rank update is trained.
///
/// Frozen weights cost their own size only (2 B in 16 bits, half a byte in QLoRA's
/// 4); trained ones their whole state (16 B in mixed precision with Adam).
/// Activations come on top.
///
/// Source: Hu et al. (2021), "LoRA: Low-Rank Adaptation of Large Language Models", section 4.2;
/// Dettmers et al. (2023), "QLoRA: Efficient Finetuning of Quantized LLMs", section 3.
///
/// ```
/// use mlsysim::{check, core::formulas::adaptation::low_rank_memory};
/// check! {
///     /// 40 million trained parameters on a frozen 7 billion need {}.
///     lora: low_rank_memory(7 billion params, 2 B, 40 million params, 16 B) ~= 14.64 GB;
/// }
/// ```
#[formula(symbol = r"M_{\text{LoRA}}")]
pub const fn low_rank_memory(
    #[symbol = "P"]
    #[domain(>= 0)]
    frozen_parameters: Count,
    #[symbol = "b"]
    #[domain(> 0)]
    frozen_parameter: Information,
    #[symbol = r"P_{\text{LoRA}}"]
    #[domain(>= 0)]
    trained_parameters: Count,
    #[symbol = "s"]
    #[domain(> 0)]
    trained_parameter: Information,
) -> Information {
    frozen_parameters * frozen_parameter + trained_parameters * trained_parameter
}
