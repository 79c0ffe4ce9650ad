//! What the engine finds.

use core::fmt;

use super::words::push_quantity;
use crate::core::constants::Precision;
use crate::units::dynamic::of;
use crate::units::text::Text;
use crate::units::{
    ArithmeticIntensity, Energy, Frequency, Information, Operation, OperationRate, Power, Ratio,
    Time, of_base,
};

/// What limits a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bottleneck {
    /// The arithmetic units; the balanced pass counts as this.
    Compute,
    /// Moving data from and to memory.
    Memory,
    /// Software: it takes longer than either.
    Overhead,
    /// The pass cannot run; [`PerformanceProfile::reasons`] says why.
    Infeasible,
}

impl Bottleneck {
    /// Its name in text, as `is` in a claim states it.
    pub const fn name(self) -> &'static str {
        match self {
            Bottleneck::Compute => "Compute",
            Bottleneck::Memory => "Memory",
            Bottleneck::Overhead => "Overhead",
            Bottleneck::Infeasible => "Infeasible",
        }
    }
}

/// How one device does one pass.
///
/// A pass that does not fit is timed as if the device had the memory. Without a peak rate
/// everything that depends on it is NaN, which no claim accepts.
///
/// ```
/// use mlsysim::core::constants::{accelerators::edge::CORAL, models::vision::RESNET50};
/// use mlsysim::core::engine::{Options, Workload, solve};
/// let profile = solve(&Workload::model(&RESNET50), &CORAL, Options::DEFAULT);
/// assert!(profile.latency.value.is_nan());
/// assert_eq!(
///     profile.reasons().as_str(),
///     "`Google Coral Edge TPU` has no fp16 peak: give `Options::arithmetic` or `Options::peak`",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerformanceProfile {
    /// What was computed.
    pub workload: &'static str,
    /// What it ran on.
    pub device: &'static str,
    /// The number format of the arithmetic.
    pub arithmetic: Precision,
    /// The peak rate in that format; NaN where none is known.
    pub peak: OperationRate,
    /// Operations that the model needs.
    pub operations: Operation,
    /// Operations that are done, those for the second time included.
    pub executed_operations: Operation,
    /// What moves between memory and the arithmetic units.
    pub traffic: Information,
    /// Executed operations over the rate that kernels reach.
    pub compute_time: Time,
    /// Traffic over the bandwidth that kernels reach.
    pub memory_time: Time,
    /// The software's time.
    pub overhead: Time,
    /// From start to end: [`pass_time`](super::laws::pass_time).
    pub latency: Time,
    /// Inputs a second; tokens where the next ones are generated, sequences in prefill and
    /// training.
    pub throughput: Frequency,
    /// What limits the pass.
    pub bottleneck: Bottleneck,
    /// Executed operations for each byte of traffic.
    pub arithmetic_intensity: ArithmeticIntensity,
    /// The peak rate over the bandwidth, both as the maker states them.
    pub ridge_point: ArithmeticIntensity,
    /// The same with the efficiencies applied: from here on the pass is bound by computation.
    pub effective_ridge_point: ArithmeticIntensity,
    /// Model FLOP utilization: operations of the model over latency times peak.
    pub mfu: Ratio,
    /// Hardware FLOP utilization: executed operations over latency times peak.
    pub hfu: Ratio,
    /// The share of the latency in which the arithmetic units work, however well.
    pub compute_busy_share: Ratio,
    /// Energy of the pass, where the device's power is known.
    pub energy: Option<Energy>,
    /// Memory of the weights.
    pub weights: Information,
    /// Memory of gradients and optimizer state; zero in inference.
    pub training_state: Information,
    /// Memory of activations that wait for the backward pass; zero in inference.
    pub activations: Information,
    /// Memory of keys, values and state of all sequences; zero in training.
    pub kv_cache: Information,
    /// All of these.
    pub memory_footprint: Information,
    /// What the model may fill.
    pub memory_capacity: Information,
    /// Whether the footprint is within the capacity.
    pub fits: bool,
}

impl PerformanceProfile {
    /// Whether the pass can run: it fits, and the device computes in the number format.
    pub const fn is_feasible(&self) -> bool {
        self.fits && !self.peak.value.is_nan()
    }

    /// Energy of the pass; a compile error where the device's power is unknown.
    ///
    /// ```
    /// use mlsysim::core::constants::{accelerators::cloud::H100, models::vision::RESNET50};
    /// use mlsysim::core::engine::{Options, PerformanceProfile, Workload, solve};
    /// const IMAGE: PerformanceProfile = solve(&Workload::model(&RESNET50), &H100, Options::DEFAULT);
    /// assert_eq!(IMAGE.energy().value, 700.0 * IMAGE.latency.value);
    /// ```
    #[track_caller]
    pub const fn energy(&self) -> Energy {
        match self.energy {
            Some(energy) => energy,
            None => {
                let mut text = Text::new();
                text.push("`");
                text.push(self.device);
                text.push("` has no power: give `Options::power`");
                panic!("{}", text.as_str())
            }
        }
    }

    /// Average power over the pass; a compile error where the device's power is unknown.
    #[track_caller]
    pub const fn power(&self) -> Power {
        of_base(self.energy().value / self.latency.value)
    }

    /// Why the pass cannot run, in words; empty where it can.
    ///
    /// ```
    /// use mlsysim::core::constants::{accelerators::cloud::H100, models::language::GPT3};
    /// use mlsysim::core::engine::{Options, Workload, solve};
    /// let profile = solve(&Workload::transformer(&GPT3), &H100, Options::DEFAULT);
    /// assert_eq!(
    ///     profile.reasons().as_str(),
    ///     "`GPT-3 (175B)` needs 360 GB of memory (weights 350 GB, keys and values 9.66 GB), \
    ///      4.19 times the 85.9 GB of `NVIDIA H100`",
    /// );
    /// ```
    pub const fn reasons(&self) -> Text {
        let mut text = Text::new();
        if self.peak.value.is_nan() {
            text.push("`");
            text.push(self.device);
            text.push("` has no ");
            text.push(self.arithmetic.name());
            text.push(" peak: give `Options::arithmetic` or `Options::peak`");
        }
        if !self.fits {
            if !text.is_empty() {
                text.push("; ");
            }
            self.push_shortage(&mut text);
        }
        text
    }

    const fn push_shortage(&self, text: &mut Text) {
        text.push("`");
        text.push(self.workload);
        text.push("` needs ");
        push_quantity(text, of(self.memory_footprint), 3);
        text.push(" of memory (");
        let parts = [
            ("weights ", self.weights),
            ("gradients and optimizer state ", self.training_state),
            ("activations ", self.activations),
            ("keys and values ", self.kv_cache),
        ];
        let (mut index, mut first) = (0, true);
        while index < parts.len() {
            let (name, part) = parts[index];
            if part.value > 0.0 {
                text.push(if first { "" } else { ", " });
                text.push(name);
                push_quantity(text, of(part), 3);
                first = false;
            }
            index += 1;
        }
        text.push("), ");
        text.push_number(self.memory_footprint.value / self.memory_capacity.value, 3);
        text.push(" times the ");
        push_quantity(text, of(self.memory_capacity), 3);
        text.push(" of `");
        text.push(self.device);
        text.push("`");
    }
}

impl fmt::Display for PerformanceProfile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |label: &str, text: &Text| writeln!(formatter, "{label:<14}{text}");
        let quantity = |text: &mut Text, before: &str, value| {
            text.push(before);
            push_quantity(text, value, 3);
        };
        let mut text = Text::new();
        quantity(&mut text, "", of(self.latency));
        quantity(&mut text, " (compute ", of(self.compute_time));
        quantity(&mut text, ", memory ", of(self.memory_time));
        quantity(&mut text, ", overhead ", of(self.overhead));
        text.push(")");
        line("latency", &text)?;
        let mut text = Text::new();
        text.push(self.bottleneck.name());
        quantity(&mut text, ": ", of(self.arithmetic_intensity));
        quantity(&mut text, ", ridge at ", of(self.ridge_point));
        quantity(&mut text, " (", of(self.effective_ridge_point));
        text.push(" at these efficiencies)");
        line("bottleneck", &text)?;
        let mut text = Text::new();
        quantity(&mut text, "", of(self.throughput));
        line("throughput", &text)?;
        let mut text = Text::new();
        for (label, share) in [
            ("MFU ", self.mfu),
            (", HFU ", self.hfu),
            (", compute busy ", self.compute_busy_share),
        ] {
            text.push(label);
            if share.value.is_nan() {
                text.push("unknown");
            } else {
                text.push_fixed(share.value, 3);
            }
        }
        line("utilization", &text)?;
        let mut text = Text::new();
        match self.energy {
            Some(energy) => quantity(&mut text, "", of(energy)),
            None => text.push("unknown"),
        }
        line("energy", &text)?;
        let mut text = Text::new();
        quantity(&mut text, "", of(self.memory_footprint));
        quantity(&mut text, " of ", of(self.memory_capacity));
        text.push(if self.fits {
            ", fits"
        } else {
            ", does not fit"
        });
        line("memory", &text)?;
        if !self.is_feasible() {
            line("cannot run", &self.reasons())?;
        }
        Ok(())
    }
}
