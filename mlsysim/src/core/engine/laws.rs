//! The laws that the engine adds to [`formulas`](crate::core::formulas).

use crate::formula;
use crate::units::math::powf;
use crate::units::{Count, Energy, Information, Power, Ratio, Time, of_base};

/// Time of a pass: the longer of computing and moving data, what of the shorter does not hide
/// behind it, and the software's overhead.
///
/// With full overlap it is the roofline with an overhead, without any the iron law.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4), for full overlap; Reddi et
/// al. (2025), "Machine Learning Systems", the iron law of ML systems, for none.
///
/// ```
/// use mlsysim::{check, core::engine::laws::pass_time};
/// check! {
///     /// A doorbell needs {} to look.
///     doorbell: pass_time(250 ms, 5 ms, 100%, 5 ms) ~= 255 ms;
/// }
/// ```
#[formula(symbol = "T")]
pub const fn pass_time(
    #[symbol = r"T_{\text{compute}}"]
    #[domain(>= 0)]
    compute_time: Time,
    #[symbol = r"T_{\text{memory}}"]
    #[domain(>= 0)]
    memory_time: Time,
    #[symbol = r"\omega"]
    #[domain(>= 0, <= 1)]
    overlap: Ratio,
    #[symbol = r"T_{\text{overhead}}"]
    #[domain(>= 0)]
    overhead: Time,
) -> Time {
    max(compute_time, memory_time) + (1 - overlap) * min(compute_time, memory_time) + overhead
}

/// Energy of a pass: what is drawn without work, and what grows with utilization.
///
/// Source: Barroso and Hölzle (2007), "The Case for Energy-Proportional Computing", IEEE Computer
/// 40(12), figure 2, as a straight line.
///
/// ```
/// use mlsysim::{check, core::engine::laws::pass_energy};
/// check! {
///     /// A look of the doorbell at full power takes {}.
///     doorbell: pass_energy(1.2 W, 100%, 49%, 255 ms) ~= 0.306 J;
/// }
/// ```
#[formula(symbol = "E")]
pub const fn pass_energy(
    #[symbol = "P"]
    #[domain(>= 0)]
    power: Power,
    #[symbol = r"\phi_{\text{idle}}"]
    #[domain(>= 0, <= 1)]
    idle_share: Ratio,
    #[symbol = "u"]
    #[domain(>= 0)]
    utilization: Ratio,
    #[symbol = "T"]
    #[domain(>= 0)]
    duration: Time,
) -> Energy {
    power * (idle_share + (1 - idle_share) * utilization) * duration
}

/// Traffic of a training step: the weights read in each pass and written once, gradients and
/// optimizer state written and read, activations written and read.
///
/// Source: Rajbhandari et al. (2020), "ZeRO: Memory Optimizations Toward Training Trillion
/// Parameter Models", section 3.1, for what there is; that each is moved once is the lower bound.
///
/// ```
/// use mlsysim::{check, core::engine::laws::training_traffic};
/// check! {
///     /// A step of a billion parameters in mixed precision moves at least {}.
///     step: training_traffic(2 GB, 2 passes, 14 GB, 0 B) ~= 34 GB;
/// }
/// ```
#[formula(symbol = "D")]
pub const fn training_traffic(
    #[symbol = r"M_{\text{weights}}"]
    #[domain(>= 0)]
    weights: Information,
    #[symbol = "p"]
    #[domain(>= 1)]
    passes: Count,
    #[symbol = r"M_{\text{state}}"]
    #[domain(>= 0)]
    training_state: Information,
    #[symbol = r"M_{\text{activations}}"]
    #[domain(>= 0)]
    activations: Information,
) -> Information {
    (passes + 1) * weights + 2 * training_state + 2 * activations
}

/// Share of the experts that at least one of a number of tokens is routed to, when all experts
/// are equally likely.
///
/// With E experts, k of them for each token, and n tokens it is 1 − (1 − k / E)ⁿ.
///
/// Source: probability that an expert is missed by all tokens.
///
/// ```
/// use mlsysim::{check, core::engine::laws::experts_in_use};
/// check! {
///     /// Eight tokens that choose 2 of 8 experts each need {} of them.
///     mixtral: experts_in_use(8 experts, 2 experts, 8 tokens) ~= 90%;
/// }
/// ```
#[formula(opaque, symbol = "f")]
pub const fn experts_in_use(
    #[symbol = "E"]
    #[domain(>= 1)]
    experts: Count,
    #[symbol = "k"]
    #[domain(>= 0)]
    active_experts: Count,
    #[symbol = "n"]
    #[domain(>= 0)]
    tokens: Count,
) -> Ratio {
    of_base(1.0 - power(1.0 - active_experts.value / experts.value, tokens.value))
}

/// Squaring for whole exponents: a sweep meets thousands, and needs no correctly rounded last bit.
// Inlined it costs every solve its registers, though few models are mixtures.
#[inline(never)]
const fn power(mut base: f64, exponent: f64) -> f64 {
    let mut whole = exponent as u32;
    if whole as f64 != exponent {
        return powf(base, exponent);
    }
    let mut product = 1.0;
    while whole > 0 {
        if whole % 2 == 1 {
            product *= base;
        }
        base *= base;
        whole /= 2;
    }
    product
}
