//! Latency and throughput of inference.

use crate::formula;

use crate::units::{
    Bandwidth, Count, Frequency, Information, Operation, OperationRate, Ratio, Time,
};

/// Time to read a prompt: its operations at the rate that the device sustains.
///
/// Long prompts keep the arithmetic units busy; for a handful of tokens reading
/// the weights takes longer, see [`decode_step_time`].
///
/// Source: Pope et al. (2023), "Efficiently Scaling Transformer Inference", MLSys, section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::{training::forward_operations, serving::prefill_time}};
/// check! {
///     let prompt = 2_000 tokens;
///     /// A prompt of {prompt} to 70 billion parameters takes {}.
///     prefill: prefill_time(forward_operations(70 billion params, prompt), 989 TFLOP/s, 50%)
///         ~= 566 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{prefill}}")]
pub const fn prefill_time(
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\eta"]
    #[domain(> 0, <= 1)]
    utilization: Ratio,
) -> Time {
    operations / (peak * utilization)
}

/// Time to generate one token for every request of a batch.
///
/// All weights and the batch's keys and values are read once; the operations of
/// the whole batch overlap with that. Weights, cache and rates are of all devices
/// that share the model.
///
/// Source: Pope et al. (2023), "Efficiently Scaling Transformer Inference", MLSys, section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::decode_step_time};
/// check! {
///     /// One token of a 70B model takes {}.
///     token: decode_step_time(140 GB, 2.7 GB, 140 GFLOP, 3.35 TB/s, 989 TFLOP/s) ~= 42.6 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{step}}")]
pub const fn decode_step_time(
    #[symbol = r"M_{\text{weights}}"]
    #[domain(>= 0)]
    weights: Information,
    #[symbol = r"M_{\text{KV}}"]
    #[domain(>= 0)]
    kv_cache: Information,
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = r"\text{BW}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
) -> Time {
    max((weights + kv_cache) / bandwidth, operations / peak)
}

/// Time from sending a request to its first token: transmission, waiting, reading the prompt.
///
/// The first token falls out of reading the prompt.
///
/// Source: Agrawal et al. (2024), "Taming Throughput-Latency Tradeoff in LLM Inference with
/// Sarathi-Serve", OSDI, section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::time_to_first_token};
/// check! {
///     /// The first token comes after {}.
///     first: time_to_first_token(56 ms, 120 ms, 566 ms) ~= 742 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{first}}")]
pub const fn time_to_first_token(
    #[symbol = r"T_{\text{net}}"]
    #[domain(>= 0)]
    network: Time,
    #[symbol = r"T_{\text{queue}}"]
    #[domain(>= 0)]
    wait: Time,
    #[symbol = r"T_{\text{prefill}}"]
    #[domain(>= 0)]
    prefill: Time,
) -> Time {
    network + wait + prefill
}

/// Time from sending a request to its last token.
///
/// Every token after the first takes one decoding step.
///
/// Source: Agrawal et al. (2024), "Taming Throughput-Latency Tradeoff in LLM Inference with
/// Sarathi-Serve", OSDI, section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::generation_latency};
/// check! {
///     /// 500 tokens are complete after {}.
///     answer: generation_latency(742 ms, 500 tokens, 42.6 ms) ~= 22 s;
/// }
/// ```
#[formula(symbol = r"T_{\text{request}}")]
pub const fn generation_latency(
    #[symbol = r"T_{\text{first}}"]
    #[domain(>= 0)]
    time_to_first_token: Time,
    #[symbol = "n"]
    #[domain(>= 1)]
    tokens: Count,
    #[symbol = r"T_{\text{step}}"]
    #[domain(>= 0)]
    time_per_token: Time,
) -> Time {
    time_to_first_token + (tokens - 1) * time_per_token
}

/// Tokens generated each second over a whole batch.
///
/// Source: Pope et al. (2023), "Efficiently Scaling Transformer Inference", MLSys, section 2.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::decode_throughput};
/// check! {
///     /// A batch of 64 gives {} tokens a second.
///     batch: decode_throughput(64 requests, 50 ms) ~= 1_280 Hz;
/// }
/// ```
#[formula(symbol = "X")]
pub const fn decode_throughput(
    #[symbol = "B"]
    #[domain(>= 0)]
    batch: Count,
    #[symbol = r"T_{\text{step}}"]
    #[domain(> 0)]
    step: Time,
) -> Frequency {
    batch / step
}

/// The batch size at which the requests take as long as what the batch itself costs.
///
/// A batch of B takes t₀ + B·t; here throughput is half of the highest, 1 / t.
///
/// Source: half-performance length of Hockney and Jesshope (1988), "Parallel Computers 2", section
/// 1.3, applied to batches.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::batch_knee};
/// check! {
///     /// Half of the highest throughput is reached at a batch of {}.
///     knee: batch_knee(40 ms, 0.5 ms) ~= 80;
/// }
/// ```
#[formula(symbol = r"B_{\text{knee}}")]
pub const fn batch_knee(
    #[symbol = "t_0"]
    #[domain(>= 0)]
    fixed_time: Time,
    #[symbol = "t"]
    #[domain(> 0)]
    time_per_request: Time,
) -> Count {
    fixed_time / time_per_request
}

/// Throughput at a batch size as a share of the highest, that of an endless batch.
///
/// Source: half-performance length of Hockney and Jesshope (1988), "Parallel Computers 2", section
/// 1.3, applied to batches.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::batch_throughput_share};
/// check! {
///     /// A batch of 240 gives {} of the highest throughput.
///     share: batch_throughput_share(240, 40 ms, 0.5 ms) ~= 75%;
/// }
/// ```
#[formula(symbol = r"X / X_{\text{max}}")]
pub const fn batch_throughput_share(
    #[symbol = "B"]
    #[domain(>= 0)]
    batch: Count,
    #[symbol = "t_0"]
    #[domain(>= 0)]
    fixed_time: Time,
    #[symbol = "t"]
    #[domain(> 0)]
    time_per_request: Time,
) -> Ratio {
    batch * time_per_request / (fixed_time + batch * time_per_request)
}

/// Tokens that one round of speculative decoding yields on average.
///
/// Drafted tokens are kept up to the first that is rejected; the check itself
/// adds one more.
///
/// Source: Leviathan, Kalman and Matias (2023), "Fast Inference from Transformers via Speculative
/// Decoding", ICML, equation 1.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::speculative_tokens};
/// check! {
///     /// Four drafted tokens of which 80% pass yield {} tokens a round.
///     round: speculative_tokens(80%, 4 tokens) ~= 3.36;
/// }
/// ```
#[formula(symbol = r"E[\text{tokens}]")]
pub const fn speculative_tokens(
    #[symbol = r"\alpha"]
    #[domain(>= 0, < 1)]
    acceptance: Ratio,
    #[symbol = r"\gamma"]
    #[domain(>= 0)]
    drafted: Count,
) -> Count {
    (1 - acceptance ^ (drafted + 1)) / (1 - acceptance)
}

/// Speedup of generation by speculative decoding.
///
/// The cost ratio is the time of a draft step over that of the model. Slower
/// than without where drafting costs more than it yields.
///
/// Source: Leviathan, Kalman and Matias (2023), "Fast Inference from Transformers via Speculative
/// Decoding", ICML, theorem 3.8.
///
/// ```
/// use mlsysim::{check, core::formulas::serving::speculative_speedup};
/// check! {
///     /// With 2.36 of 4 tokens kept at 5% of the cost each, generation is {} faster.
///     faster: speculative_speedup(2.36, 4 tokens, 5%) ~= 2.8x;
/// }
/// ```
#[formula(symbol = "S")]
pub const fn speculative_speedup(
    #[symbol = "m"]
    #[domain(>= 0)]
    accepted: Count,
    #[symbol = r"\gamma"]
    #[domain(>= 0)]
    drafted: Count,
    #[symbol = "c"]
    #[domain(>= 0)]
    cost_ratio: Ratio,
) -> Ratio {
    (accepted + 1) / (drafted * cost_ratio + 1)
}
