//! The roofline: which of computing and moving data binds.

use crate::formula;

use crate::units::arithmetic::{div, max};
use crate::units::{
    ArithmeticIntensity, Bandwidth, Information, Operation, OperationRate, Ratio, Time, of_base,
};

/// Operations done for each byte moved.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::{check, core::formulas::roofline::arithmetic_intensity};
/// check! {
///     /// A matrix-vector product in 16 bits does {}.
///     gemv: arithmetic_intensity(2 * 4_096^2 * 1 FLOP, 4_096^2 * 16 bits) ~= 1.0 FLOP/B;
/// }
/// ```
#[formula(symbol = "I")]
pub const fn arithmetic_intensity(
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = "D"]
    #[domain(> 0)]
    traffic: Information,
) -> ArithmeticIntensity {
    operations / traffic
}

/// The arithmetic intensity at which computing takes as long as moving the data.
///
/// Work below it is bound by memory, work above it by computation.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::{check, core::formulas::roofline::ridge_point};
/// check! {
///     /// An H100 needs {} to be busy.
///     h100: ridge_point(989 TFLOP/s, 3.35 TB/s) ~= 295 FLOP/B;
/// }
/// ```
#[formula(symbol = "I^*")]
pub const fn ridge_point(
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\text{BW}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> ArithmeticIntensity {
    peak / bandwidth
}

/// The highest rate that the roofline allows at an arithmetic intensity.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::{check, core::formulas::roofline::attainable_rate};
/// check! {
///     /// At 2 FLOP/B an H100 gives {} at most.
///     h100: attainable_rate(989 TFLOP/s, 3.35 TB/s, 2 FLOP/B) ~= 6.7 TFLOP/s;
/// }
/// ```
#[formula(symbol = r"R_{\text{max}}")]
pub const fn attainable_rate(
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\text{BW}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
    #[symbol = "I"]
    #[domain(>= 0)]
    intensity: ArithmeticIntensity,
) -> OperationRate {
    min(peak, bandwidth * intensity)
}

/// Time of a kernel whose transfers overlap with its computation: the longer of the two.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::{check, core::formulas::roofline::roofline_time};
/// check! {
///     /// Reading 14 GB takes {}, longer than 14 GFLOP do.
///     token: roofline_time(14 GFLOP, 14 GB, 312 TFLOP/s, 2 TB/s) ~= 7 ms;
/// }
/// ```
#[formula(symbol = r"T_{\text{roof}}")]
pub const fn roofline_time(
    #[symbol = "O"]
    #[domain(>= 0)]
    operations: Operation,
    #[symbol = "D"]
    #[domain(>= 0)]
    traffic: Information,
    #[symbol = r"R_{\text{peak}}"]
    #[domain(> 0)]
    peak: OperationRate,
    #[symbol = r"\text{BW}"]
    #[domain(> 0)]
    bandwidth: Bandwidth,
) -> Time {
    max(operations / peak, traffic / bandwidth)
}

/// What limits a kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bottleneck {
    /// The arithmetic units; the balanced kernel counts as this.
    Compute,
    /// Moving data from and to memory.
    Memory,
}

impl Bottleneck {
    /// Its name in text.
    pub const fn name(self) -> &'static str {
        match self {
            Bottleneck::Compute => "Compute",
            Bottleneck::Memory => "Memory",
        }
    }
}

/// A kernel held against the roofline of a device.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RooflineAnalysis {
    /// Operations over the peak rate.
    pub compute_time: Time,
    /// Traffic over the bandwidth.
    pub memory_time: Time,
    /// The longer of the two.
    pub bottleneck: Bottleneck,
    /// The longer over the shorter, at least 1, infinite where the shorter is nothing.
    pub imbalance: Ratio,
    /// Operations for each byte; infinite without traffic, zero without operations.
    pub intensity: ArithmeticIntensity,
}

/// Times below this are nothing: far less than one operation of any device.
const NOTHING: Time = of_base(1e-18);
/// Operations or bytes below this are none.
const NONE: f64 = 1e-15;

/// Which of computing and moving data binds a kernel, and by how much.
///
/// Rates must be above zero; they may be infinite, for an ideal device.
///
/// Source: Williams, Waterman and Patterson (2009), "Roofline: An Insightful Visual Performance
/// Model for Multicore Architectures", Communications of the ACM 52(4).
///
/// ```
/// use mlsysim::{check, core::formulas::roofline::bottleneck};
/// check! {
///     /// Decoding is bound by {}.
///     decoding: bottleneck(14 GFLOP, 14 GB, 312 TFLOP/s, 2 TB/s).bottleneck is Memory;
///     /// Memory takes {} as long as computing.
///     imbalance: bottleneck(14 GFLOP, 14 GB, 312 TFLOP/s, 2 TB/s).imbalance ~= 156x;
/// }
/// ```
pub const fn bottleneck(
    operations: Operation,
    traffic: Information,
    peak: OperationRate,
    bandwidth: Bandwidth,
) -> RooflineAnalysis {
    let compute_time = significant(div(operations, peak));
    let memory_time = significant(div(traffic, bandwidth));
    let longer = max(compute_time, memory_time);
    let shorter = crate::units::arithmetic::min(compute_time, memory_time);
    RooflineAnalysis {
        compute_time,
        memory_time,
        bottleneck: if memory_time.value > compute_time.value {
            Bottleneck::Memory
        } else {
            Bottleneck::Compute
        },
        // Nothing over nothing is balanced.
        imbalance: if longer.value == 0.0 {
            of_base(1.0)
        } else {
            div(longer, shorter)
        },
        intensity: if operations.value < NONE {
            of_base(0.0)
        } else if traffic.value < NONE {
            of_base(f64::INFINITY)
        } else {
            div(operations, traffic)
        },
    }
}

const fn significant(time: Time) -> Time {
    if time.value < NOTHING.value {
        of_base(0.0)
    } else {
        time
    }
}
