//! What a scenario demands.

use crate::units::dynamic::{Dynamic, of};
use crate::units::{Energy, Frequency, Information, Money, Power, Time};

/// A bound that a scenario sets itself.
///
/// Every target is an upper bound but that of throughput.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Time of a pass, at most.
    Latency(Time),
    /// Time to read the prompt, at most; without waiting and transmission.
    TimeToFirstToken(Time),
    /// Time to train, at most.
    TrainingTime(Time),
    /// Inputs a second of the whole system, at least; tokens or sequences as in
    /// [`PerformanceProfile::throughput`](crate::core::engine::PerformanceProfile::throughput).
    Throughput(Frequency),
    /// Power of all devices at work, at most.
    Power(Power),
    /// Energy of a pass of one device, at most.
    Energy(Energy),
    /// Memory that the model takes of one device, at most.
    Memory(Information),
    /// What training costs, at most.
    Cost(Money),
}

impl Target {
    /// Its name in text.
    ///
    /// ```
    /// use mlsysim::core::scenarios::Target;
    /// use mlsysim::q;
    /// assert_eq!(Target::Latency(q!(10 ms)).name(), "latency");
    /// ```
    pub const fn name(&self) -> &'static str {
        match self {
            Target::Latency(_) => "latency",
            Target::TimeToFirstToken(_) => "time to first token",
            Target::TrainingTime(_) => "training time",
            Target::Throughput(_) => "throughput",
            Target::Power(_) => "power",
            Target::Energy(_) => "energy",
            Target::Memory(_) => "memory",
            Target::Cost(_) => "cost",
        }
    }

    /// The bound, with its dimension as data.
    pub const fn stated(&self) -> Dynamic {
        match *self {
            Target::Latency(time) | Target::TimeToFirstToken(time) | Target::TrainingTime(time) => {
                of(time)
            }
            Target::Throughput(rate) => of(rate),
            Target::Power(power) => of(power),
            Target::Energy(energy) => of(energy),
            Target::Memory(memory) => of(memory),
            Target::Cost(money) => of(money),
        }
    }

    /// Whether the bound is the least instead of the most.
    pub const fn is_minimum(&self) -> bool {
        matches!(self, Target::Throughput(_))
    }
}

/// Whether a target, or a scenario with all its targets, is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Met,
    /// It is not, or not known to be.
    Missed,
}

impl Verdict {
    /// Its name in text, as `is` in a claim states it.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Met => "Met",
            Verdict::Missed => "Missed",
        }
    }
}
