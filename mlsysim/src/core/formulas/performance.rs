//! The iron law, training time and utilization.

use crate::formula;

use crate::units::{Bandwidth, Count, Information, Operation, OperationRate, Ratio, Time};

/// Time to train: total operations over the delivered rate of the fleet.
///
/// The peak rate is of one device, at the precision that the run uses. The
/// utilization is that of the whole fleet: stalls and communication lower it.
///
/// Source: Narayanan et al. (2021), "Efficient Large-Scale Language Model Training on GPU Clusters
/// Using Megatron-LM", section 5.1.
///
/// ```
/// use mlsysim::{check, core::formulas::performance::training_time};
/// check! {
///     /// At 45% of their peak, 1,024 GPUs need {} for 314 ZFLOP.
///     gpt3_on_a100: training_time(314 ZFLOP, 1_024 GPUs, 312 TFLOP/s, 45%) ~= 25.3 days;
/// }
/// ```
#[formula(symbol = r"T_{\text{train}}")]
pub const fn training_time(
    #[symbol = "O"] operations: Operation,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\eta"]
    #[domain(> 0, <= 1)]
    mfu: Ratio,
) -> Time {
    operations / (devices * peak * mfu)
}

/// Time of one pass by the iron law: moving the data, computing, and fixed overhead, one after another.
///
/// An upper bound where transfers overlap with computation; then the longer of
/// the two remains, which is the [roofline](super::roofline).
///
/// Source: Reddi et al. (2025), "Machine Learning Systems", the iron law of ML systems; after the
/// iron law of processor performance in Hennessy and Patterson (2017), "Computer Architecture: A
/// Quantitative Approach", section 1.9.
///
/// ```
/// use mlsysim::{check, core::formulas::performance::iron_law_time};
/// check! {
///     /// Reading 14 GB of weights for one token of 14 GFLOP leaves {}.
///     token: iron_law_time(14 GB, 2 TB/s, 14 GFLOP, 312 TFLOP/s, 50%, 0 s) ~= 7.09 ms;
/// }
/// ```
#[formula(symbol = "T")]
pub const fn iron_law_time(
    #[symbol = r"D_{\text{vol}}"]
    #[domain(>= 0)]
    data: Information,
    #[symbol = r"\text{BW}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\eta"]
    #[domain(> 0, <= 1)]
    utilization: Ratio,
    #[symbol = r"L_{\text{lat}}"]
    #[domain(>= 0)]
    latency: Time,
) -> Time {
    data / bandwidth + operations / (peak * utilization) + latency
}

/// Model FLOP utilization: the operations that the model needs over those that the fleet could have done.
///
/// Recomputed activations count as time but not as operations, which sets it
/// apart from hardware utilization. Above 1 an input is wrong.
///
/// Source: Chowdhery et al. (2022), "PaLM: Scaling Language Modeling with Pathways", appendix B.
///
/// ```
/// use mlsysim::{check, core::formulas::performance::mfu};
/// check! {
///     /// PaLM's 6,144 chips reached {} of their peak.
///     palm: mfu(2.56e24 FLOP, 1_200 h, 6_144 TPUs, 275 TFLOP/s) ~= 35.1%;
/// }
/// ```
#[formula(symbol = r"\text{MFU}")]
pub const fn mfu(
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = "T"]
    #[domain(> 0)]
    duration: Time,
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
) -> Ratio {
    operations / (duration * devices * peak)
}

/// The rate of useful operations left after kernels, scaling and failures have each taken their share.
///
/// Source: Reddi et al. (2025), "Machine Learning Systems", volume 2; the factors as in Chowdhery et
/// al. (2022), "PaLM: Scaling Language Modeling with Pathways", appendix B.
///
/// ```
/// use mlsysim::{check, core::formulas::performance::effective_operation_rate};
/// check! {
///     /// Of 1 EFLOP/s on paper, {} do useful work.
///     useful: effective_operation_rate(1 EFLOP/s, 45%, 90%, 95%) ~= 385 PFLOP/s;
/// }
/// ```
#[formula(symbol = r"R_{\text{eff}}")]
pub const fn effective_operation_rate(
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\text{MFU}"]
    #[domain(>= 0, <= 1)]
    mfu: Ratio,
    #[symbol = r"\eta_{\text{scale}}"]
    #[domain(>= 0, <= 1)]
    scaling_efficiency: Ratio,
    #[symbol = "G"]
    #[domain(>= 0, <= 1)]
    goodput: Ratio,
) -> OperationRate {
    peak * mfu * scaling_efficiency * goodput
}

/// The share of a step that pipeline stages idle while the pipeline fills and drains.
///
/// One virtual stage per device is the plain schedule; more interleave, and
/// shrink the bubble by the same factor as more microbatches. The share is of
/// the whole step, bubble included.
///
/// Source: Narayanan et al. (2021), "Efficient Large-Scale Language Model Training on GPU Clusters
/// Using Megatron-LM", section 2.2 (there over the ideal time, without the bubble); Huang et al.
/// (2019), "GPipe", section 2.3.
///
/// ```
/// use mlsysim::{check, core::formulas::performance::pipeline_bubble};
/// check! {
///     /// Eight stages with 32 microbatches idle {} of the time.
///     plain: pipeline_bubble(8, 32, 1) ~= 17.9%;
///     /// Four virtual stages per device leave {}.
///     interleaved: pipeline_bubble(8, 32, 4) ~= 5.2%;
/// }
/// ```
#[formula(symbol = r"f_{\text{bubble}}")]
pub const fn pipeline_bubble(
    #[symbol = "p"]
    #[domain(>= 1)]
    stages: Count,
    #[symbol = "m"]
    #[domain(>= 1)]
    microbatches: Count,
    #[symbol = "v"]
    #[domain(>= 1)]
    virtual_stages: Count,
) -> Ratio {
    (stages - 1) / (virtual_stages * microbatches + stages - 1)
}
