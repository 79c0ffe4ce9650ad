//! How much faster a job gets, and what limits it.

use crate::formula;

use crate::units::{Count, Ratio};

/// Speedup of a job of which only a part is improved.
///
/// Below 1 where the part gets slower. Tends to 1 / (1 − p) as the part's time
/// vanishes.
///
/// Source: Amdahl (1967), "Validity of the Single Processor Approach to Achieving Large Scale
/// Computing Capabilities", AFIPS Spring Joint Computer Conference.
///
/// ```
/// use mlsysim::{check, core::formulas::speedup::amdahl_speedup};
/// check! {
///     /// With 90% of the time improved tenfold, the whole is {} faster.
///     whole: amdahl_speedup(90%, 10x) ~= 5.3x;
/// }
/// ```
#[formula(symbol = "S")]
pub const fn amdahl_speedup(
    #[symbol = "p"]
    #[domain(>= 0, <= 1)]
    improved_share: Ratio,
    #[symbol = "s"]
    #[domain(> 0)]
    improvement: Ratio,
) -> Ratio {
    1 / ((1 - improved_share) + improved_share / improvement)
}

/// Time under interference over time without, when only a part of the job is slowed.
///
/// Source: Amdahl (1967), "Validity of the Single Processor Approach to Achieving Large Scale
/// Computing Capabilities", read as a slowdown.
///
/// ```
/// use mlsysim::{check, core::formulas::speedup::partial_slowdown_stretch};
/// check! {
///     /// A third of the time made four times slower doubles the whole: {}.
///     stretch: partial_slowdown_stretch(1 / 3, 4x) ~= 2x;
/// }
/// ```
#[formula(symbol = r"\text{stretch}")]
pub const fn partial_slowdown_stretch(
    #[symbol = "f"]
    #[domain(>= 0, <= 1)]
    slowed_share: Ratio,
    #[symbol = "S"]
    #[domain(>= 1)]
    slowdown: Ratio,
) -> Ratio {
    (1 - slowed_share) + slowed_share * slowdown
}

/// Speedup of a fixed job on more devices, when a share of one device's time does not shrink.
///
/// Amdahl's law with communication as the serial part: at most 1 / r devices'
/// worth.
///
/// Source: Amdahl (1967), "Validity of the Single Processor Approach to Achieving Large Scale
/// Computing Capabilities", AFIPS Spring Joint Computer Conference.
///
/// ```
/// use mlsysim::{check, core::formulas::speedup::strong_scaling_speedup};
/// check! {
///     /// With 5% of communication, 64 GPUs do the work of {}.
///     speedup: strong_scaling_speedup(64 GPUs, 5%) ~= 15.4;
/// }
/// ```
#[formula(symbol = "S_N")]
pub const fn strong_scaling_speedup(
    #[symbol = "N"]
    #[domain(>= 1)]
    devices: Count,
    #[symbol = "r"]
    #[domain(>= 0, <= 1)]
    communication_share: Ratio,
) -> Ratio {
    devices / (1 + (devices - 1) * communication_share)
}

/// Capacity of n workers relative to one, by the universal scalability law.
///
/// Contention is the serialized share; coherency is the cost that each pair of
/// workers adds. Without coherency this is Amdahl's law; with it, capacity falls
/// beyond [`optimal_concurrency`].
///
/// Source: Gunther (1993), "A Simple Capacity Model of Massively Parallel Transaction Systems", CMG
/// Conference.
///
/// ```
/// use mlsysim::{check, core::formulas::speedup::universal_scalability_speedup};
/// check! {
///     /// A hundred workers do the work of {}.
///     capacity: universal_scalability_speedup(100 workers, 2%, 1e-4) ~= 25.2;
/// }
/// ```
#[formula(symbol = "C(n)")]
pub const fn universal_scalability_speedup(
    #[symbol = "n"]
    #[domain(>= 1)]
    workers: Count,
    #[symbol = r"\sigma"]
    #[domain(>= 0, <= 1)]
    contention: Ratio,
    #[symbol = r"\kappa"]
    #[domain(>= 0)]
    coherency: Ratio,
) -> Ratio {
    workers / (1 + contention * (workers - 1) + coherency * workers * (workers - 1))
}

/// The number of workers at which the universal scalability law peaks.
///
/// Infinite without coherency costs, and 1 where everything is serialized, as no
/// second worker helps then. Below 1 where even two workers lose to one.
///
/// Source: Gunther (1993), "A Simple Capacity Model of Massively Parallel Transaction Systems", CMG
/// Conference.
///
/// ```
/// use mlsysim::{check, core::formulas::speedup::optimal_concurrency};
/// check! {
///     /// Throughput peaks at {} workers.
///     peak: optimal_concurrency(2%, 1e-4) ~= 99;
/// }
/// ```
#[formula(symbol = "n^*")]
pub const fn optimal_concurrency(
    #[symbol = r"\sigma"]
    #[domain(>= 0, <= 1)]
    contention: Ratio,
    #[symbol = r"\kappa"]
    #[domain(>= 0)]
    coherency: Ratio,
) -> Count {
    if contention < 1 {
        sqrt((1 - contention) / coherency)
    } else {
        1
    }
}
