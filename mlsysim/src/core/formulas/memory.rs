//! Footprints of weights, activations, caches and optimizer state.

use crate::formula;
use crate::units::{Count, Information};

/// Memory of a model's parameters in one number format.
///
/// Source: definition.
///
/// ```
/// use mlsysim::core::formulas::memory::weight_memory;
/// use mlsysim::{q, units::Information};
/// const FP16: Information = q!(weight_memory(7 billion params, 2 B));
/// assert_eq!(FP16.value, 14e9);
/// ```
#[formula(symbol = r"M_{\text{weights}}")]
pub const fn weight_memory(
    #[symbol = "N"]
    #[domain(> 0)]
    parameters: Count,
    #[symbol = "w"]
    #[domain(> 0)]
    parameter_size: Information,
) -> Information {
    parameters * parameter_size
}

/// State of training with Adam, without activations: weights, gradients, a master
/// copy of the weights and the two moments.
///
/// Sizes are for one parameter. Give `0 B` for a master copy that does not exist;
/// mixed precision keeps one of 4 bytes beside 2-byte weights and gradients, which
/// makes 16 bytes, as many as everything in FP32 without a copy.
///
/// Source: Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization",
/// algorithm 1; Rajbhandari et al. (2020), "ZeRO: Memory Optimizations Toward
/// Training Trillion Parameter Models", section 3.1.
///
/// ```
/// use mlsysim::core::formulas::memory::adam_state;
/// use mlsysim::{q, units::Information};
/// const MIXED: Information = q!(adam_state(1 billion params, 2 B, 2 B, 4 B, 4 B));
/// assert_eq!(MIXED.value, 16e9);
/// ```
#[formula(symbol = r"M_{\text{state}}")]
pub const fn adam_state(
    #[symbol = "N"]
    #[domain(> 0)]
    parameters: Count,
    #[symbol = "w"]
    #[domain(> 0)]
    weight: Information,
    #[symbol = "g"]
    #[domain(> 0)]
    gradient: Information,
    #[symbol = "c"]
    #[domain(>= 0)]
    master_weight: Information,
    #[symbol = "m"]
    #[domain(> 0)]
    moment: Information,
) -> Information {
    parameters * (weight + gradient + master_weight + 2 * moment)
}

/// Activations kept for the backward pass, counted as values for each token and
/// unit of width in every layer.
///
/// It leaves out attention's scores, which grow with the square of the length;
/// [`transformer_activation_memory`] has them.
///
/// Source: convention; the form of Korthikanti et al. (2022), "Reducing Activation
/// Recomputation in Large Transformer Models", section 4.1, without its last term.
///
/// ```
/// use mlsysim::core::formulas::memory::activation_memory;
/// use mlsysim::{q, units::Information};
/// const KEPT: Information = q!(activation_memory(2 layers, 100 tokens, 10, 34, 2 B));
/// assert_eq!(KEPT.value, 136e3);
/// ```
#[formula(symbol = r"M_{\text{activations}}")]
pub const fn activation_memory(
    #[symbol = "L"]
    #[domain(> 0)]
    layers: Count,
    #[symbol = "T"]
    #[domain(> 0)]
    tokens: Count,
    #[symbol = "d"]
    #[domain(> 0)]
    width: Count,
    #[symbol = "k"]
    #[domain(> 0)]
    values: Count,
    #[symbol = "w"]
    #[domain(> 0)]
    value_size: Information,
) -> Information {
    layers * tokens * width * values * value_size
}

/// Activations that a transformer keeps for the backward pass in 16-bit precision,
/// with nothing recomputed and nothing sharded.
///
/// The 34 bytes for each token and unit of width are 11 of attention, 19 of the
/// feed-forward block and 4 of the norms; dropout masks take one byte. Attention's
/// scores, their softmax and its mask take 5 bytes for each pair of tokens and head.
///
/// Source: Korthikanti et al. (2022), "Reducing Activation Recomputation in Large
/// Transformer Models", section 4.1, equation 1.
///
/// ```
/// use mlsysim::core::formulas::memory::transformer_activation_memory;
/// use mlsysim::{q, units::Information};
/// const KEPT: Information = q!(transformer_activation_memory(1, 1, 100 tokens, 10, 2 heads));
/// assert_eq!(KEPT.value, 134e3);
/// ```
#[formula(symbol = r"M_{\text{activations}}")]
pub const fn transformer_activation_memory(
    #[symbol = "L"]
    #[domain(> 0)]
    layers: Count,
    #[symbol = "b"]
    #[domain(> 0)]
    sequences: Count,
    #[symbol = "s"]
    #[domain(> 0)]
    length: Count,
    #[symbol = "h"]
    #[domain(> 0)]
    width: Count,
    #[symbol = "a"]
    #[domain(> 0)]
    heads: Count,
) -> Information {
    layers * length * sequences * width * (q!(34 B) + q!(5 B) * heads * length / width)
}

/// Number of checkpoints that keeps the fewest layers' activations: the square
/// root of the layers, rounded.
///
/// It is where the derivative of [`checkpointed_layers`] is zero.
///
/// Source: Chen et al. (2016), "Training Deep Nets with Sublinear Memory Cost",
/// section 4.1.
///
/// ```
/// use mlsysim::core::formulas::memory::optimal_checkpoints;
/// use mlsysim::{q, units::Count};
/// const CHECKPOINTS: Count = q!(optimal_checkpoints(100 layers));
/// assert_eq!(CHECKPOINTS.value, 10.0);
/// ```
#[formula(symbol = r"k^{*}")]
pub const fn optimal_checkpoints(
    #[symbol = "L"]
    #[domain(>= 1)]
    layers: Count,
) -> Count {
    round(sqrt(layers))
}

/// Layers' worth of activations that are held at once with evenly spaced
/// checkpoints: the checkpoints, and the segment that is being recomputed.
///
/// Source: Chen et al. (2016), "Training Deep Nets with Sublinear Memory Cost",
/// section 4.1.
///
/// ```
/// use mlsysim::core::formulas::memory::checkpointed_layers;
/// use mlsysim::{q, units::Count};
/// const HELD: Count = q!(checkpointed_layers(100 layers, 10 checkpoints));
/// assert_eq!(HELD.value, 20.0);
/// ```
#[formula(symbol = "u")]
pub const fn checkpointed_layers(
    #[symbol = "L"]
    #[domain(>= 1)]
    layers: Count,
    #[symbol = "k"]
    #[domain(>= 1)]
    checkpoints: Count,
) -> Count {
    checkpoints + layers / checkpoints
}

/// Memory of one head's attention scores, when they are written out in full.
///
/// Source: Dao et al. (2022), "FlashAttention: Fast and Memory-Efficient Exact
/// Attention with IO-Awareness", section 2.2.
///
/// ```
/// use mlsysim::core::formulas::memory::attention_score_memory;
/// use mlsysim::{q, units::Information};
/// const SCORES: Information = q!(attention_score_memory(1_000 tokens, 2 B));
/// assert_eq!(SCORES.value, 2e6);
/// ```
#[formula(symbol = r"M_{\text{scores}}")]
pub const fn attention_score_memory(
    #[symbol = "S"]
    #[domain(> 0)]
    length: Count,
    #[symbol = "w"]
    #[domain(> 0)]
    score_size: Information,
) -> Information {
    length ^ 2 * score_size
}
