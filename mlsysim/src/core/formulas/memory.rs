//! Footprints of weights, activations, caches and optimizer state.

use crate::claims::formula::{Order, domain};
use crate::formula;
use crate::units::arithmetic::{add, div, scale};
use crate::units::{Count, Information, of_base};

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
    #[domain(>= 0)]
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
    #[domain(>= 0)]
    sequences: Count,
    #[symbol = "s"]
    #[domain(>= 0)]
    length: Count,
    #[symbol = "h"]
    #[domain(> 0)]
    width: Count,
    #[symbol = "a"]
    #[domain(>= 0)]
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

/// Size of a checkpoint: what is saved of each parameter.
///
/// 14 B in mixed precision with Adam: the weight in 16 bits, and the master
/// weight and both moments in 32. Gradients are not saved.
///
/// Source: Rajbhandari et al. (2020), "ZeRO: Memory Optimizations Toward Training
/// Trillion Parameter Models", section 3.1, for the state.
///
/// ```
/// use mlsysim::{check, core::formulas::memory::checkpoint_size};
/// check! {
///     /// A checkpoint of 70 billion parameters takes {}.
///     saved: checkpoint_size(70 billion params, 14 B) ~= 980 GB;
/// }
/// ```
#[formula(symbol = r"M_{\text{checkpoint}}")]
pub const fn checkpoint_size(
    #[symbol = "N"]
    #[domain(>= 0)]
    parameters: Count,
    #[symbol = "s"]
    #[domain(>= 0)]
    state: Information,
) -> Information {
    parameters * state
}

/// Which activations are dropped in the forward pass and computed again in the backward pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recomputation {
    /// Everything is kept.
    None,
    /// Attention's scores are dropped, which are much memory and little work.
    Selective,
    /// Only the input of each layer is kept.
    Full,
}

impl Recomputation {
    /// Its name in text.
    pub const fn name(self) -> &'static str {
        match self {
            Recomputation::None => "none",
            Recomputation::Selective => "selective",
            Recomputation::Full => "full",
        }
    }
}

/// Activations that a transformer keeps for the backward pass under a way of recomputing the rest.
///
/// The value size is that of an activation, 2 B in 16 bits; masks are taken to
/// scale with it. The heads matter only where scores are kept.
///
/// Source: Korthikanti et al. (2022), "Reducing Activation Recomputation in Large
/// Transformer Models", sections 4.1 and 5, table 2.
///
/// ```
/// use mlsysim::{check, core::formulas::memory::{Recomputation, kept_activation_memory}};
/// check! {
///     /// With full recomputation GPT-3 keeps {} of a sequence.
///     gpt3: kept_activation_memory(
///         Recomputation::Full, 96 layers, 1, 2_048 tokens, 12_288, 96 heads, 2 B) ~= 4.83 GB;
/// }
/// ```
///
/// # Equation
/// ```text
/// none: L s b h (34 + 5 a s / h) v / 2, selective: L s b h 34 v / 2, full: L s b h 2 v / 2
/// ```
#[track_caller]
pub const fn kept_activation_memory(
    recomputation: Recomputation,
    layers: Count,
    sequences: Count,
    length: Count,
    width: Count,
    heads: Count,
    value_size: Information,
) -> Information {
    let tokens = of_base(sequences.value * length.value);
    // The source counts bytes, for values of two.
    let relative_size = value_size.value / 2.0;
    let bytes: Information = match recomputation {
        Recomputation::None => {
            transformer_activation_memory(layers, sequences, length, width, heads)
        }
        Recomputation::Selective => {
            activation_memory(layers, tokens, width, of_base(34.0), of_base(1.0))
        }
        Recomputation::Full => activation_memory(layers, tokens, width, of_base(2.0), of_base(1.0)),
    };
    scale(bytes, relative_size)
}

/// Which parts of the training state are divided among data-parallel devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZeroStage {
    /// None: every device holds everything.
    Replicated,
    /// Stage 1: the optimizer's state.
    OptimizerState,
    /// Stage 2: the gradients too.
    Gradients,
    /// Stage 3: the weights too.
    Weights,
}

impl ZeroStage {
    /// Its name in text.
    pub const fn name(self) -> &'static str {
        match self {
            ZeroStage::Replicated => "replicated",
            ZeroStage::OptimizerState => "ZeRO-1",
            ZeroStage::Gradients => "ZeRO-2",
            ZeroStage::Weights => "ZeRO-3",
        }
    }
}

/// Memory of weights, gradients and optimizer state on each of several data-parallel devices.
///
/// Sizes are of one parameter: in mixed precision with Adam a weight and a
/// gradient of 2 B each, and 12 B of state. Activations come on top.
///
/// Source: Rajbhandari et al. (2020), "ZeRO: Memory Optimizations Toward Training
/// Trillion Parameter Models", section 5 and figure 1.
///
/// ```
/// use mlsysim::{check, core::formulas::memory::{ZeroStage, sharded_state}};
/// check! {
///     let model = 7.5 billion params;
///     /// Replicated, the state of {model} takes {} on each GPU.
///     replicated: sharded_state(ZeroStage::Replicated, model, 2 B, 2 B, 12 B, 64 GPUs) ~= 120 GB;
///     /// Stage 1 leaves {}.
///     stage_1: sharded_state(ZeroStage::OptimizerState, model, 2 B, 2 B, 12 B, 64 GPUs) ~= 31.4 GB;
///     /// Stage 3 leaves {}.
///     stage_3: sharded_state(ZeroStage::Weights, model, 2 B, 2 B, 12 B, 64 GPUs) ~= 1.9 GB;
/// }
/// ```
///
/// # Equation
/// ```text
/// P (w + g + s), where each divided part counts for one device in N
/// ```
#[track_caller]
pub const fn sharded_state(
    stage: ZeroStage,
    parameters: Count,
    weight: Information,
    gradient: Information,
    optimizer_state: Information,
    devices: Count,
) -> Information {
    domain(
        devices.value,
        Order::AtLeast,
        1.0,
        "devices",
        "sharded_state",
    );
    let (divided, whole) = match stage {
        ZeroStage::Replicated => (of_base(0.0), add(weight, add(gradient, optimizer_state))),
        ZeroStage::OptimizerState => (optimizer_state, add(weight, gradient)),
        ZeroStage::Gradients => (add(gradient, optimizer_state), weight),
        ZeroStage::Weights => (add(weight, add(gradient, optimizer_state)), of_base(0.0)),
    };
    scale(add(whole, div(divided, devices)), parameters.value)
}
