//! Operations of training runs, the waves in which they run, and the power that they draw.
//!
//! How long a run takes and what share of the peak it reaches is in [`performance`](super::performance).

use crate::formula;
use crate::units::{Count, Operation, Power, Ratio};

/// Operations of a forward pass of a dense model: one multiplication and one
/// addition for each parameter and token.
///
/// Attention over the context is left out; it is small while the context is
/// shorter than about six times the width.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models", section 2.1.
///
/// ```
/// use mlsysim::core::formulas::training::forward_operations;
/// use mlsysim::{q, units::Operation};
/// const TOKEN: Operation = q!(forward_operations(1.5 billion params, 1 token));
/// assert_eq!(TOKEN.value, 3e9);
/// ```
#[formula(symbol = r"O_{\text{forward}}")]
pub const fn forward_operations(
    #[symbol = "N"]
    #[domain(>= 0)]
    parameters: Count,
    #[symbol = "D"]
    #[domain(>= 0)]
    tokens: Count,
) -> Operation {
    q!(2 FLOP) * parameters * tokens
}

/// Operations of a forward pass and the backward pass after it.
///
/// The backward pass of a dense model costs twice the forward pass: one product
/// for the gradient of the inputs, one for the gradient of the weights.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models", section 2.1.
///
/// ```
/// use mlsysim::core::formulas::training::forward_backward_operations;
/// use mlsysim::{q, units::Operation};
/// const STEP: Operation = q!(forward_backward_operations(100 TFLOP, 2x));
/// assert_eq!(STEP.value, 300e12);
/// ```
#[formula(symbol = r"O_{\text{step}}")]
pub const fn forward_backward_operations(
    #[symbol = r"O_{\text{forward}}"]
    #[domain(> 0)]
    forward: Operation,
    #[symbol = "b"]
    #[domain(>= 0)]
    backward_multiple: Ratio,
) -> Operation {
    forward * (1 + backward_multiple)
}

/// Operations to train a dense model on a number of tokens.
///
/// Two for the forward pass and four for the backward pass, for each parameter
/// and token. A mixture of experts counts its active parameters.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models",
/// section 2.1; Hoffmann et al. (2022), "Training Compute-Optimal Large Language
/// Models", section 3.3.
///
/// ```
/// use mlsysim::core::formulas::training::training_operations;
/// use mlsysim::{q, units::Operation};
/// const LLAMA_2_70B: Operation = q!(training_operations(70 billion params, 2 trillion tokens));
/// assert_eq!(LLAMA_2_70B.value, 8.4e23);
/// ```
#[formula(symbol = "O")]
pub const fn training_operations(
    #[symbol = "N"]
    #[domain(>= 0)]
    parameters: Count,
    #[symbol = "D"]
    #[domain(>= 0)]
    tokens: Count,
) -> Operation {
    q!(6 FLOP) * parameters * tokens
}

/// Operations of a linear layer over a number of tokens.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models", table 1.
///
/// ```
/// use mlsysim::core::formulas::training::projection_operations;
/// use mlsysim::{q, units::Operation};
/// const SQUARE: Operation = q!(projection_operations(1_000 tokens, 10, 10));
/// assert_eq!(SQUARE.value, 200e3);
/// ```
#[formula(symbol = r"O_{\text{linear}}")]
pub const fn projection_operations(
    #[symbol = "T"]
    #[domain(> 0)]
    tokens: Count,
    #[symbol = r"d_{\text{in}}"]
    #[domain(> 0)]
    inputs: Count,
    #[symbol = r"d_{\text{out}}"]
    #[domain(> 0)]
    outputs: Count,
) -> Operation {
    q!(2 FLOP) * tokens * inputs * outputs
}

/// Operations of attention's two products in one layer: queries with keys, and
/// scores with values.
///
/// No mask is assumed: a causal kernel that skips the upper triangle does half.
///
/// Source: Korthikanti et al. (2022), "Reducing Activation Recomputation in Large
/// Transformer Models", appendix A.
///
/// ```
/// use mlsysim::core::formulas::training::attention_operations;
/// use mlsysim::{q, units::Operation};
/// const PAIR: Operation = q!(attention_operations(1, 100 tokens, 2 heads, 8));
/// assert_eq!(PAIR.value, 640e3);
/// ```
#[formula(symbol = r"O_{\text{attention}}")]
pub const fn attention_operations(
    #[symbol = "B"]
    #[domain(>= 0)]
    sequences: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    length: Count,
    #[symbol = "a"]
    #[domain(> 0)]
    heads: Count,
    #[symbol = r"d_{\text{head}}"]
    #[domain(> 0)]
    head_width: Count,
) -> Operation {
    q!(4 FLOP) * sequences * heads * length ^ 2 * head_width
}

/// Operations of the forward pass of one transformer layer.
///
/// The four projections of attention and a feed-forward block four times as wide
/// as the model take 24 for each token and pair of widths; attention's products
/// take the rest. Norms, softmax and biases are left out.
///
/// Source: Korthikanti et al. (2022), "Reducing Activation Recomputation in Large
/// Transformer Models", appendix A.
///
/// ```
/// use mlsysim::core::formulas::training::transformer_layer_operations;
/// use mlsysim::{q, units::Operation};
/// const LAYER: Operation = q!(transformer_layer_operations(1, 100 tokens, 10));
/// assert_eq!(LAYER.value, 640e3);
/// ```
#[formula(symbol = r"O_{\text{layer}}")]
pub const fn transformer_layer_operations(
    #[symbol = "B"]
    #[domain(> 0)]
    sequences: Count,
    #[symbol = "S"]
    #[domain(> 0)]
    length: Count,
    #[symbol = "d"]
    #[domain(> 0)]
    width: Count,
) -> Operation {
    q!(24 FLOP) * sequences * length * width ^ 2 + q!(4 FLOP) * sequences * length ^ 2 * width
}

/// Waves in which a fixed number of lanes works through a number of items.
///
/// The last wave takes as long as a full one, so time grows in steps. The lanes
/// are the threads of a warp, the multiprocessors of a GPU or a tile's rows.
///
/// Source: NVIDIA (2023), "Matrix Multiplication Background User's Guide", sections
/// on tile and wave quantization.
///
/// ```
/// use mlsysim::core::formulas::training::waves;
/// use mlsysim::{q, units::Count};
/// const WARPS: Count = q!(waves(33 samples, 32 threads));
/// assert_eq!(WARPS.value, 2.0);
/// ```
#[formula(symbol = "w")]
pub const fn waves(
    #[symbol = "n"]
    #[domain(> 0)]
    items: Count,
    #[symbol = "l"]
    #[domain(>= 1)]
    lanes: Count,
) -> Count {
    ceil(items / lanes)
}

/// Share of the lanes that have work, over all waves.
///
/// Source: NVIDIA (2023), "Matrix Multiplication Background User's Guide", sections
/// on tile and wave quantization.
///
/// ```
/// use mlsysim::core::formulas::training::lane_utilization;
/// use mlsysim::{q, units::Ratio};
/// const BUSY: Ratio = q!(lane_utilization(48 samples, 32 threads));
/// assert_eq!(BUSY.value, 0.75);
/// ```
#[formula(symbol = "u")]
pub const fn lane_utilization(
    #[symbol = "n"]
    #[domain(> 0)]
    items: Count,
    #[symbol = "l"]
    #[domain(>= 1)]
    lanes: Count,
) -> Ratio {
    items / (ceil(items / lanes) * lanes)
}

/// Power of a cluster: its accelerators at full draw, and their hosts.
///
/// A host that is partly filled draws its full power.
///
/// Source: convention; the accelerators at their thermal design power.
///
/// ```
/// use mlsysim::core::formulas::training::cluster_power;
/// use mlsysim::{q, units::Power};
/// const POD: Power = q!(cluster_power(17 GPUs, 400 W, 8 GPUs, 200 W));
/// assert_eq!(POD.value, 7_400.0);
/// ```
#[formula(symbol = "P")]
pub const fn cluster_power(
    #[symbol = "n"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"P_{\text{device}}"]
    #[domain(>= 0)]
    device_power: Power,
    #[symbol = "h"]
    #[domain(>= 1)]
    devices_per_host: Count,
    #[symbol = r"P_{\text{host}}"]
    #[domain(>= 0)]
    host_power: Power,
) -> Power {
    devices * device_power + ceil(devices / devices_per_host) * host_power
}
