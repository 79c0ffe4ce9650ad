//! Defaults of a cluster that many teams share.
#![doc = include_str!("tables/scheduling.md")]

use super::Source;
use super::source::{date, estimate, sourced};
use crate::q;
use crate::units::{Ratio, Time};

const DEFAULTS: Source = estimate(
    "mlsysim cluster orchestration defaults for utilization, queue discipline, and job duration",
    date(2026, 3, 6),
);

/// The order in which jobs start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueDiscipline {
    /// In the order in which they came.
    FirstInFirstOut,
}

/// The order in which jobs start unless another is chosen.
pub const QUEUE_DISCIPLINE: QueueDiscipline = QueueDiscipline::FirstInFirstOut;

sourced! {
    /// The share of a cluster that its owner wants at work.
    TARGET_UTILIZATION: Ratio = q!(80%), DEFAULTS;
    /// A researcher's job.
    JOB_DURATION: Time = q!(2 days), DEFAULTS;
}
