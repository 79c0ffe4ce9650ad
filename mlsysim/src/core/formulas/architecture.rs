//! Sizes and operation counts of network architectures.

use crate::formula;

use crate::units::{Count, Operation, Ratio};

/// Operations of reading a prompt, attention included, each token seeing those before it.
///
/// Source: Narayanan et al. (2021), "Efficient Large-Scale Language Model Training on GPU Clusters
/// Using Megatron-LM", appendix, for the products; Dao et al. (2022), "FlashAttention", for the half
/// that the causal mask leaves.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::prefill_operations};
/// check! {
///     /// A prompt of 32,768 tokens to 70 billion parameters takes {}.
///     prompt: prefill_operations(70 billion params, 32_768 tokens, 80 layers, 8_192)
///         ~= 5.99 PFLOP;
/// }
/// ```
#[formula(symbol = r"O_{\text{prefill}}")]
pub const fn prefill_operations(
    #[symbol = "P"]
    #[domain(>= 0)]
    parameters: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "L"]
    #[domain(>= 0)]
    layers: Count,
    #[symbol = "d"]
    #[domain(>= 0)]
    width: Count,
) -> Operation {
    q!(2 FLOP) * tokens * (parameters + layers * tokens * width)
}

/// Operations of encoding a text, attention included, each token seeing every other.
///
/// Source: Narayanan et al. (2021), "Efficient Large-Scale Language Model Training on GPU Clusters
/// Using Megatron-LM", appendix.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::encoding_operations};
/// check! {
///     /// BERT-large reads 512 tokens in {}.
///     bert: encoding_operations(340 million params, 512 tokens, 24 layers, 1_024) ~= 374 GFLOP;
/// }
/// ```
#[formula(symbol = r"O_{\text{encode}}")]
pub const fn encoding_operations(
    #[symbol = "P"]
    #[domain(>= 0)]
    parameters: Count,
    #[symbol = "S"]
    #[domain(>= 0)]
    tokens: Count,
    #[symbol = "L"]
    #[domain(>= 0)]
    layers: Count,
    #[symbol = "d"]
    #[domain(>= 0)]
    width: Count,
) -> Operation {
    q!(2 FLOP) * tokens * (parameters + 2 * layers * tokens * width)
}

/// Weights of one layer's attention: square projections, of which there are usually four.
///
/// Source: Vaswani et al. (2017), "Attention Is All You Need", section 3.2.2.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::attention_weights};
/// check! {
///     /// GPT-2 has {} of them in a layer.
///     gpt2: attention_weights(1_600, 4) ~= 10.24 million parameters;
/// }
/// ```
#[formula(symbol = r"P_{\text{attention}}")]
pub const fn attention_weights(
    #[symbol = "d"]
    #[domain(>= 0)]
    width: Count,
    #[symbol = "a"]
    #[domain(>= 0)]
    projections: Count,
) -> Count {
    projections * width ^ 2
}

/// Weights of one layer's feed-forward network: up to a multiple of the width, usually four, and back.
///
/// Source: Vaswani et al. (2017), "Attention Is All You Need", section 3.3.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::feed_forward_weights};
/// check! {
///     /// GPT-2 has {} of them in a layer.
///     gpt2: feed_forward_weights(1_600, 4x) ~= 20.48 million parameters;
/// }
/// ```
#[formula(symbol = r"P_{\text{FFN}}")]
pub const fn feed_forward_weights(
    #[symbol = "d"]
    #[domain(>= 0)]
    width: Count,
    #[symbol = "m"]
    #[domain(>= 0)]
    multiple: Ratio,
) -> Count {
    2 * multiple * width ^ 2
}

/// Weights of one transformer layer, attention and feed-forward; biases and norms left out.
///
/// Twelve times the square of the width, for four projections and a multiple of
/// four.
///
/// Source: Kaplan et al. (2020), "Scaling Laws for Neural Language Models", section 2.1.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::transformer_layer_weights};
/// check! {
///     /// GPT-2's 48 layers hold {}.
///     gpt2: 48 layers * transformer_layer_weights(1_600, 4, 4x) ~= 1.47 billion parameters;
/// }
/// ```
#[formula(symbol = r"P_{\text{layer}}")]
pub const fn transformer_layer_weights(
    #[symbol = "d"]
    #[domain(>= 0)]
    width: Count,
    #[symbol = "a"]
    #[domain(>= 0)]
    projections: Count,
    #[symbol = "m"]
    #[domain(>= 0)]
    multiple: Ratio,
) -> Count {
    attention_weights(width, projections) + feed_forward_weights(width, multiple)
}

/// Cost of a depthwise separable convolution, in weights or operations, over a standard one.
///
/// Source: Howard et al. (2017), "MobileNets: Efficient Convolutional Neural Networks for Mobile
/// Vision Applications", section 3.1.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::separable_cost_share};
/// check! {
///     /// For 3 × 3 kernels and 256 channels, {} of the cost remain.
///     mobile: separable_cost_share(3, 256 channels) ~= 11.5%;
/// }
/// ```
#[formula(symbol = "r")]
pub const fn separable_cost_share(
    #[symbol = "k"]
    #[domain(>= 1)]
    kernel: Count,
    #[symbol = "N"]
    #[domain(>= 1)]
    output_channels: Count,
) -> Ratio {
    1 / output_channels + 1 / kernel ^ 2
}

/// The side of the window of the input that one output of stacked convolutions sees.
///
/// All with the same kernel and a stride of one.
///
/// Source: Araujo, Norris and Sim (2019), "Computing Receptive Fields of Convolutional Neural
/// Networks", Distill.
///
/// ```
/// use mlsysim::{check, core::formulas::architecture::receptive_field};
/// check! {
///     /// Three 3 × 3 layers see {} pixels across.
///     stack: receptive_field(3 layers, 3 pixels) ~= 7;
/// }
/// ```
#[formula(symbol = "F")]
pub const fn receptive_field(
    #[symbol = "n"]
    #[domain(>= 0)]
    layers: Count,
    #[symbol = "k"]
    #[domain(>= 1)]
    kernel: Count,
) -> Count {
    1 + layers * (kernel - 1)
}
